"""Why the system refuses to read or write a file, in words that can be translated."""

import errno

from planctl.messages.message import Message, say

REASONS = {
    errno.ENOENT: say("there is no such file or folder"),
    errno.EEXIST: say("something else is there under that name"),
    errno.EISDIR: say("it is a folder, not a file"),
    errno.ENOTDIR: say("a part of its path is not a folder"),
    errno.EINVAL: say("it is not a regular file"),
    errno.EBADF: say("the stream is closed"),
    errno.EACCES: say("permission is denied"),
    errno.EPERM: say("permission is denied"),
    errno.EROFS: say("what it is on can only be read"),
    errno.ENOSPC: say("the disk is full"),
    errno.EDQUOT: say("the disk is full"),
    errno.ENAMETOOLONG: say("its name is too long"),
    errno.ELOOP: say("it is a link that leads to itself"),
}


def reason_of(fault: OSError) -> Message:
    """Return why; in the words of the system where it is none of the usual reasons."""
    return REASONS.get(fault.errno or 0) or say("{reason}", reason=fault.strerror or str(fault))
