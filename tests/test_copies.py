"""Compiled copies of what was read: every answer is the same without them, with new ones, and with old ones."""

import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from planctl.files import copies, store
from planctl.files.compiled import Compiled, compiled
from planctl.files.copies import File, narrowed_copies, place_in, plain_through, read_through, reader
from planctl.files.finding import report_files
from planctl.files.loading import load_plan, load_reports
from planctl.files.store import Store
from planctl.grammar.cells import FORMS, parse_any_cell
from planctl.report.model import Indicator, Kind, Report
from tests.conftest import DATA, HEAD, ROOT, Ran, Run, report_of

ROW = '  - {id: gdp, number: "1", name: 生产总值, name_en: GDP, kind: expected, target: "≥5", actual: "5.2"}\n'
FILE = File(f"{HEAD}year: 2022\nindicators:\n{ROW}".encode(), "indicators_2022.yaml", "indicators", 2022)
REPORT = report_of(f"indicators:\n{ROW}")
OTHER = REPORT._replace(indicators=(REPORT.indicators[0]._replace(name="another"),))
COMMANDS = (
    "status 2022",
    "status 2022 --format json --lang zh",
    "status 2031",
    "show 21 --lang zh",
    "show unemployment --format json",
    "scenarios 2022 --format csv",
    "diff 2022 2023 --format json",
    "diff data data --exit-code",
    "projects 2023 --format md",
    "projects 2022 2023 --format json",
    "statements 2023 --pairs --format json",
    "check --strict --all --format json",
    "check data/provinces/110000 --format json",
    "report 2022 2023 -o -",
    "export json -o -",
    "export md -o - --data data/provinces/110000",
)
ANEW = {copies.VARIABLE: "1"}
"""What a user sets who wants all files read anew."""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The store of a user who has caches, also for what this process reads itself."""
    monkeypatch.delenv(copies.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    yield tmp_path / "caches" / "planctl" / "copies.sqlite"
    copies.let_go()


@pytest.fixture
def run(planctl: Run, cache: Path) -> Callable[..., Ran]:
    """Run planctl as that user."""

    def with_cache(*arguments: str, cwd: Path = ROOT) -> Ran:
        return planctl(*arguments, cwd=cwd, XDG_CACHE_HOME=str(cache.parents[1]))

    return with_cache


def folder_in(tmp_path: Path, content: bytes = FILE.content) -> Path:
    folder = tmp_path / "region"
    folder.mkdir()
    (folder / FILE.name).write_bytes(content)
    return folder


def keep(content: bytes, seal: Callable[[bytes, bytes], bytes] = store._seal) -> None:
    """Put a content under the key of the file, as only this planctl does."""
    place = place_in(os.environ)
    assert place
    kept = Store(place, reader())
    kept.put(copies._key(FILE), content)
    kept.close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE copies SET seal = ?", (seal(copies._key(FILE), content),))
    connection.close()


def never(file: File) -> Report:
    raise AssertionError("it is read anew")


def anew(file: File) -> Report:
    return REPORT


@pytest.mark.parametrize("command", COMMANDS)
def test_an_answer_is_the_same_without_a_cache_with_a_new_one_and_from_it(
    command: str, planctl: Run, run: Callable[..., Ran], cache: Path
) -> None:
    plain, cold, warm = planctl(*command.split(), **ANEW), run(*command.split()), run(*command.split())
    assert cache.exists() == ("2031" not in command)
    for each in (cold, warm):
        assert (each.returncode, each.stdout, each.stderr) == (plain.returncode, plain.stdout, plain.stderr)


def test_the_second_time_needs_neither_yaml_nor_its_schemas_nor_the_grammar_of_cells(cache: Path) -> None:
    code = (
        "import sys; from planctl.__main__ import main; sys.argv = ['planctl', 'status', '2022']\n"
        "try: main()\n"
        "except SystemExit: print(*sorted(sys.modules), file=sys.stderr)"
    )
    first, second = (
        set(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT).stderr.split())
        for _ in range(2)
    )
    reading = {"yaml", *(f"planctl.{name}" for name in ("files.schema", "files.places", "grammar.cells"))}
    reading |= {f"planctl.grammar.{name}" for name in ("words", "bounds", "figures", "directions")}
    names = {name.encode() for name in reading}
    assert names <= first
    assert not names & second


def test_every_report_is_read_back_as_it_was_with_its_places_in_their_order() -> None:
    for folder in (DATA, *sorted((DATA / "provinces").iterdir())):
        for report in load_reports(report_files(folder)).reports:
            name = next(iter(report.places.values())).file
            again = Compiled(compiled(report), name).report()
            assert again == report
            assert list(again.places.items()) == list(report.places.items())


@pytest.mark.parametrize("text", [*(each for form in FORMS for each in form.examples), "无从谈起的字样", "预计5%"])
def test_every_form_of_a_cell_is_read_back_as_it_was(text: str) -> None:
    row = REPORT.indicators[0]._replace(target=parse_any_cell(text).in_unit("户"))
    report = REPORT._replace(indicators=(row,))
    assert Compiled(compiled(report), "indicators.yaml").report() == report


def test_a_file_is_read_once_and_then_its_copy(cache: Path) -> None:
    assert read_through(FILE, anew) == REPORT
    copies.let_go()
    assert read_through(FILE, never) == REPORT._replace(places=read_through(FILE, never).places)


@pytest.mark.parametrize(
    "other",
    [
        FILE._replace(content=FILE.content.replace(b'"5.2"', b'"5.3"')),
        FILE._replace(kind="targets"),
        FILE._replace(year=2023),
    ],
    ids=["one byte", "kind", "year"],
)
def test_what_differs_in_anything_has_no_copy(other: File, cache: Path) -> None:
    read_through(FILE, anew)
    with pytest.raises(AssertionError, match="anew"):
        read_through(other, never)


def test_a_changed_byte_is_seen_also_where_the_times_of_the_file_are_as_before(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = folder_in(tmp_path)
    file, before = folder / FILE.name, (folder / FILE.name).stat()
    assert b'"actual": "5.2"' in run("status", "2022", "--data", str(folder), "--format", "json").stdout
    file.write_bytes(FILE.content.replace(b'"5.2"', b'"4.2"'))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert b'"actual": "4.2"' in run("status", "2022", "--data", str(folder), "--format", "json").stdout


def test_a_folder_that_moved_and_one_that_is_asked_from_elsewhere_show_their_paths(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = folder_in(tmp_path)
    shown = run("show", "gdp", "--data", str(folder), cwd=tmp_path).stdout
    assert f"region{os.sep}indicators_2022.yaml:11:" in shown.decode()
    assert f"{folder}{os.sep}indicators_2022.yaml:11:" in run("show", "gdp", "--data", str(folder)).stdout.decode()
    moved = folder.rename(tmp_path / "elsewhere")
    shown = run("show", "gdp", "--data", str(moved), cwd=tmp_path).stdout
    assert f"elsewhere{os.sep}indicators_2022.yaml:11:" in shown.decode()


def test_a_file_with_faults_is_told_each_time_and_has_no_copy(
    planctl: Run, run: Callable[..., Ran], tmp_path: Path, cache: Path
) -> None:
    folder = folder_in(tmp_path, FILE.content.replace(b"name_en", b"nome_en"))
    asked = ("status", "2022", "--data", str(folder))
    plain = planctl(*asked, **ANEW)
    assert (plain.returncode, b"unknown-key" in plain.stderr) == (2, True)
    for _ in range(2):
        ran = run(*asked)
        assert (ran.returncode, ran.stdout, ran.stderr) == (2, plain.stdout, plain.stderr)
    assert not cache.exists()


@pytest.mark.parametrize("by", ["option", "variable"])
def test_without_a_cache_nothing_is_read_from_it_or_written_to_it(
    by: str, run: Callable[..., Ran], planctl: Run, tmp_path: Path, cache: Path
) -> None:
    asked = ("status", "2022", "--data", str(folder_in(tmp_path)))
    given = {"XDG_CACHE_HOME": str(cache.parents[1])}
    options, variables = (("--no-cache",), given) if by == "option" else ((), {**given, copies.VARIABLE: "1"})
    plain = planctl(*asked, *options, **variables)
    assert (plain.returncode, cache.parent.exists()) == (0, False)
    keep(compiled(OTHER))
    before = cache.read_bytes()
    assert b"another" in run(*asked).stdout
    assert planctl(*asked, *options, **variables).stdout == plain.stdout
    assert cache.read_bytes() == before


def _garbage(cache: Path) -> None:
    cache.write_bytes(b"no database at all" * 1000)


def _cut(cache: Path) -> None:
    cache.write_bytes(cache.read_bytes()[: cache.stat().st_size // 2 + 100])


def _holes(cache: Path) -> None:
    content = bytearray(cache.read_bytes())
    content[200::512] = b"\xff" * len(content[200::512])
    cache.write_bytes(content)


def _empty(cache: Path) -> None:
    cache.write_bytes(b"")


def _other_tables(cache: Path) -> None:
    cache.unlink()
    with sqlite3.connect(cache) as connection:
        connection.execute("CREATE TABLE copies (other TEXT)")
    connection.close()


@pytest.mark.parametrize("damage", [_garbage, _cut, _holes, _empty, _other_tables], ids=lambda each: each.__name__[1:])
def test_a_damaged_store_is_begun_anew_and_nobody_is_told(
    damage: Callable[[Path], None], planctl: Run, run: Callable[..., Ran], cache: Path
) -> None:
    plain = planctl("status", "2022", **ANEW)
    run("status", "2022")
    damage(cache)
    for _ in range(3):
        ran = run("status", "2022")
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, plain.stdout, b"")
    with sqlite3.connect(cache) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM copies").fetchone() == (2,)
    connection.close()


def _a_folder(cache: Path) -> None:
    cache.mkdir(parents=True)


def _a_file(cache: Path) -> None:
    cache.parent.parent.mkdir()
    cache.parent.write_bytes(b"")


def _written_by_all(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.parent.chmod(0o777)


def _of_another(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    os.chown(cache.parent, 4711, 4711)


def _in_the_home_of_another(cache: Path) -> None:
    cache.parent.parent.mkdir(parents=True)
    os.chown(cache.parent.parent, 4711, 4711)


def _for_reading_alone(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.parent.chmod(0o500)


IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NEEDS_ROOT = pytest.mark.skipif(not IS_ROOT, reason="nothing can be given to another here")
NEEDS_NONE = pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")


def test_a_home_that_is_not_there_is_not_made(planctl: Run, tmp_path: Path) -> None:
    assert planctl("status", "2022", XDG_CACHE_HOME="", HOME=str(tmp_path / "home")).returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_home_without_caches_gets_them_for_its_owner_alone(planctl: Run, tmp_path: Path) -> None:
    assert planctl("status", "2022", XDG_CACHE_HOME="", HOME=str(tmp_path)).returncode == 0
    assert (tmp_path / ".cache" / "planctl" / "copies.sqlite").is_file()
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / ".cache").iterdir()] == [0o700]


@pytest.mark.skipif(sys.platform == "win32", reason="what may be written is told otherwise there")
@pytest.mark.parametrize(
    "make",
    [
        _a_folder,
        _a_file,
        _written_by_all,
        pytest.param(_of_another, marks=NEEDS_ROOT),
        pytest.param(_in_the_home_of_another, marks=NEEDS_ROOT),
        pytest.param(_for_reading_alone, marks=NEEDS_NONE),
    ],
    ids=lambda each: each.__name__[1:],
)
def test_a_place_that_is_not_the_users_own_or_cannot_be_written_is_left_alone(
    make: Callable[[Path], None], planctl: Run, run: Callable[..., Ran], cache: Path
) -> None:
    make(cache)
    plain, ran = planctl("status", "2022", **ANEW), run("status", "2022")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, plain.stdout, b"")
    assert not cache.is_file()


def test_a_store_that_cannot_be_written_any_more_is_still_read(cache: Path) -> None:
    keep(compiled(OTHER))
    cache.chmod(0o400)
    assert read_through(FILE, never).indicators == OTHER.indicators


def test_a_store_on_a_full_disk_is_none(small_disk: Path, planctl: Run) -> None:
    (small_disk / "ballast").write_bytes(bytes(os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize))
    plain, ran = planctl("status", "2022", **ANEW), planctl("status", "2022", XDG_CACHE_HOME=str(small_disk))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, plain.stdout, b"")


def test_while_another_process_holds_the_store_it_is_none(planctl: Run, run: Callable[..., Ran], cache: Path) -> None:
    run("status", "2023")
    holder = sqlite3.connect(cache, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    plain, ran = planctl("status", "2022", **ANEW), run("status", "2022")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, plain.stdout, b"")
    holder.execute("ROLLBACK")
    assert holder.execute("SELECT count(*) FROM copies").fetchone() == (1,)
    holder.close()


def test_plain_data_is_made_once_of_a_content_and_anew_of_another(cache: Path) -> None:
    made: list[bytes] = []

    def make(content: bytes) -> list[str]:
        made.append(content)
        return [content.decode()]

    for content in (b"\xe7\x94\xb2", b"\xe7\x94\xb2", b"\xe4\xb9\x99"):
        assert plain_through(content, make) == [content.decode()]
        copies.let_go()
    assert made == [b"\xe7\x94\xb2", b"\xe4\xb9\x99"]


def test_plain_data_whose_copy_is_none_is_made_anew(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "get", lambda store, key: b"no JSON")
    assert plain_through(b"1", bytes.decode) == "1"


def test_several_processes_at_once_all_answer_and_leave_a_sound_store(cache: Path) -> None:
    command = [sys.executable, "-m", "planctl", "check", "--all", "--format", "json"]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {each.communicate(timeout=60)[0] for each in running}
    assert len(answers) == 1
    assert [each.returncode for each in running] == [0, 0, 0, 0]
    with sqlite3.connect(cache) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        count = len([*DATA.rglob("*.yaml"), "the catalogue"])
        assert connection.execute("SELECT count(*) FROM copies").fetchone() == (count,)
    connection.close()


def test_a_store_that_is_deleted_while_it_is_used_is_begun_anew(cache: Path) -> None:
    kept = Store(cache, "reader")
    kept.put(b"key", b"content")
    kept.close()
    assert kept.get(b"key") == b"content"
    shutil.rmtree(cache.parent)
    kept.put(b"other", b"content")
    kept.close()
    again = Store(cache, "reader")
    again.put(b"key", b"new")
    again.close()
    assert again.get(b"key") == b"new"
    again.close()


def test_what_an_earlier_planctl_kept_is_thrown_away(cache: Path) -> None:
    for name in ("earlier", "later"):
        kept = Store(cache, name)
        kept.put(name.encode(), b"content")
        kept.close()
    assert (kept.get(b"earlier"), kept.get(b"later")) == (None, b"content")
    kept.close()


def test_a_module_that_changed_makes_another_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "src" / "planctl", tmp_path / "planctl")
    monkeypatch.setattr(copies, "PACKAGE", tmp_path / "planctl")

    def now() -> str:
        reader.cache_clear()
        return reader()

    first, again = now(), now()
    words = tmp_path / "planctl" / "grammar" / "words.py"
    words.write_bytes(words.read_bytes() + b"\n")
    changed = now()
    os.utime(tmp_path / "planctl" / "report" / "catalogue.yaml", ns=(1, 1))
    touched = now()
    monkeypatch.undo()
    reader.cache_clear()
    assert first == again
    assert len({first, changed, touched}) == len((first, changed, touched))


def test_all_that_a_reading_imports_is_in_the_rooms_that_a_copy_depends_on() -> None:
    code = (
        "import sys; from pathlib import Path; from planctl.files.finding import report_files; "
        "from planctl.files.loading import load_reports\n"
        "load_reports(report_files(Path('data')))\n"
        "print(*{name.split('.')[1] for name in sys.modules if name.startswith('planctl.')})"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) == set(copies.ROOMS)


def test_what_becomes_too_much_is_begun_anew(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_BYTES", 100_000)
    for number in range(20):
        kept = Store(cache, "reader")
        kept.put(str(number).encode(), bytes(20_000))
        kept.close()
    assert cache.stat().st_size < 200_000
    assert kept.get(b"19") == bytes(20_000)
    kept.close()


class _Evil:
    def __init__(self, call: object, *arguments: object) -> None:
        self.call = call, arguments

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self.call


def with_part(part: bytes, at: int) -> bytes:
    """Return a copy of the report with another thing in one of its parts."""
    content = compiled(REPORT)
    start = 4 + int.from_bytes(content[:4])
    entries, head, ends = pickle.loads(content[4:start])
    parts = [content[start:][first:end] for first, end in pairwise((0, *ends))]
    index = pickle.dumps((entries, head, tuple(accumulate(map(len, [*parts[:at], part, *parts[at + 1 :]])))))
    parts[at] = part
    return b"".join((len(index).to_bytes(4), index, *parts))


@pytest.mark.parametrize("at", [0, 2])
@pytest.mark.parametrize("name", ["system", "eval", "getattr", "subprocess"])
def test_a_copy_that_would_run_code_is_refused_and_the_file_read_anew(
    name: str, at: int, cache: Path, tmp_path: Path
) -> None:
    mark = tmp_path / "ran"
    evil = {
        "system": _Evil(os.system, f"touch {mark}"),
        "eval": _Evil(eval, f"open({str(mark)!r}, 'w')"),
        "getattr": _Evil(getattr, Indicator, "_make"),
        "subprocess": _Evil(subprocess.getoutput, f"touch {mark}"),
    }[name]
    keep(with_part(pickle.dumps(evil), at))
    assert narrowed_copies([FILE], ["gdp"]) is None or at == 0
    assert read_through(FILE, anew) is REPORT
    assert not mark.exists()


def test_places_which_are_read_when_they_are_asked_for_run_no_code_either(tmp_path: Path) -> None:
    evil = pickle.dumps(_Evil(os.system, f"touch {tmp_path / 'ran'}"))
    report = Compiled(with_part(evil, 1), "f.yaml").report()
    with pytest.raises(KeyError, match="system"):
        dict(report.places)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name",
    [b"planctl.report.model\nwith_parts", b"planctl.report.model\nRegion.may_be", b"planctl.files.writing\nwrite_file"],
)
def test_not_even_what_is_planctls_own_is_called_but_classes_of_values(name: bytes, cache: Path) -> None:
    keep(with_part(b"c" + name + b"\n.", 0))
    assert read_through(FILE, anew) is REPORT


def test_a_copy_of_which_a_bit_flipped_is_none(cache: Path) -> None:
    content = compiled(REPORT)
    flipped = content.replace(b"GDP", b"GDQ")
    assert flipped != content
    keep(flipped, lambda key, _: store._seal(key, content))
    assert read_through(FILE, anew) is REPORT


def test_a_copy_under_the_key_of_another_file_is_none(cache: Path) -> None:
    keep(compiled(OTHER), lambda key, content: store._seal(b"another key", content))
    assert read_through(FILE, anew) is REPORT


def test_rows_read_alone_are_the_same_from_copies(cache: Path) -> None:
    folder = DATA / "provinces" / "110000"
    ids = [case.indicator.id for case in load_plan(folder, 2025).cases]
    copies.let_go()
    for id in ids:
        warm = load_plan(folder, 2025, only=[id])
        with pytest.MonkeyPatch.context() as without:
            without.setenv(copies.VARIABLE, "1")
            plain = load_plan(folder, 2025, only=[id])
        assert warm == plain
        assert [dict(each.places) for each in warm.reports] == [dict(each.places) for each in plain.reports]


def test_without_sqlite_there_is_no_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "planctl.files.store", None)
    assert read_through(FILE, anew) is REPORT
    assert not cache.parent.exists()


def test_members_of_enumerations_are_the_same_objects_after_it() -> None:
    assert Compiled(compiled(REPORT), "f.yaml").report().indicators[0].kind is Kind.EXPECTED


@pytest.mark.parametrize(
    ("system", "environment", "place"),
    [
        ("linux", {"XDG_CACHE_HOME": "/caches", "HOME": "/home/a"}, "/caches/planctl/copies.sqlite"),
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/planctl/copies.sqlite"),
        ("linux", {"XDG_CACHE_HOME": "relative", "HOME": "/home/a"}, "/home/a/.cache/planctl/copies.sqlite"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/planctl/copies.sqlite"),
        ("linux", {}, None),
        ("linux", {"HOME": ""}, None),
        ("linux", {"HOME": "home"}, None),
        ("win32", {"HOME": "/home/a"}, None),
    ],
)
def test_the_store_is_where_a_system_has_its_caches(
    system: str, environment: dict[str, str], place: str | None
) -> None:
    assert place_in(environment, system) == (Path(place) if place else None)
