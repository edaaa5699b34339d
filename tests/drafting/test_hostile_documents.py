"""Whatever a document prints, what is drafted of it can be read again."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.api.checking import check_files
from planctl.api.drafts import extract
from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from planctl.messages.message import PlanctlError

HEAD = "关于某区2022年国民经济和社会发展计划执行情况与2023年计划草案的报告\n\n某区发展和改革委员会\n2023年1月10日\n\n"
NAMES = st.one_of(
    st.sampled_from(
        (
            *(
                "地区生产总值增速",
                "居民消费价格涨幅",
                "城镇调查失业率",
                "#其中",
                "其中：",
                "（%）",
                "*",
                "“名”",
                "名: 值",
                "- 名",
                "'名",
            ),
            *(
                '"名',
                "名#",
                "null",
                "~",
                "1",
                "=1+1",
                "{名}",
                "[名",
                "&名",
                "!名",
                "|",
                ">",
                "%",
                "@",
                "`",
                "名\u200b",
                "名\u202e",
                "\u3000",
            ),
        )
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r|\t"), max_size=12),
)
CELLS = st.one_of(
    st.sampled_from(
        ("6.5", "≥330", "5.5以内", "", "—", "不再统计", "5%左右", "8左一右", "²", "٣", "1e5", "1" * 50, "yes", "0123")
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r|\t"), max_size=8),
)
ROWS = st.lists(st.tuples(NAMES, CELLS, CELLS), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(rows=ROWS, around=st.sampled_from(("", "\x9b", "\u202e", "\u200b", "\x07", "\ufffe")))
def test_a_draft_is_read_again_or_nothing_is_drafted(rows: list[tuple[str, str, str]], around: str) -> None:
    lines = [f"{HEAD}表1 2022年计划指标完成情况{around}\n\n序号|指标名称|2022年预期目标|2022年完成情况"]
    lines += [f"{number}|{name}{around}|{target}|{actual}" for number, (name, target, actual) in enumerate(rows, 1)]
    with TemporaryDirectory() as folder:
        document = Path(folder, "report.txt")
        document.write_text("\n".join(lines) + "\n", encoding="utf-8")
        try:
            extract(document, Path(folder, "draft"))
        except PlanctlError:
            return
        found = check_files(sorted(Path(folder, "draft").glob("*.yaml")))
        known = {"draft", "placeholder", "unreadable-cell", "near-names", "numbering", "unverified"}
        shape = [str(each.problem) for each in found.checked if each.problem.name not in known]
        assert not [each for each in shape if "[schema]" in each or "-id]" in each or "[encoding]" in each], shape


@pytest.mark.parametrize("address", ["https://example.org/\x1b]0;x\x07", "https://example.org/\u202e", "no address"])
def test_an_address_that_a_draft_cannot_have_is_refused(address: str, tmp_path: Path) -> None:
    document = tmp_path / "report.txt"
    document.write_text(
        f"{HEAD}表1 计划指标完成情况\n\n序号|指标名称|2022年目标|2022年完成\n1|甲增速（%）|5|6\n", encoding="utf-8"
    )
    with pytest.raises(PlanctlError):
        extract(document, tmp_path / "draft", address=address)
    assert not (tmp_path / "draft").exists()


def test_rows_that_share_a_merged_name_have_ids_of_their_own(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}</td>{name}<td>{number}</td><td>6</td></tr>" for number, name in MERGED)
    heads = "<tr><td>序号</td><td>指标名称</td><td>2022年目标</td><td>2022年完成情况</td></tr>"
    document = tmp_path / "report.html"
    document.write_text(
        f"<html><meta charset=utf-8><p>表1 计划指标完成情况</p><table>{heads}{rows}</table>", encoding="utf-8"
    )
    extract(document, tmp_path / "draft")
    (report,) = load_reports(report_files(tmp_path / "draft")).reports
    assert [row.target and row.target.printed for row in report.indicators] == ["1", "2", "3"]
    assert len({row.id for row in report.indicators}) == 3


def test_a_note_number_that_is_printed_twice_is_that_of_the_first(tmp_path: Path) -> None:
    table = "序号|指标名称|2022年目标|2022年完成情况\n1|甲率（%）|5|6\n2|乙率（%）|5|6"
    document = tmp_path / "report.txt"
    document.write_text(f"{HEAD}表1 计划指标完成情况\n\n{table}\n注：1.甲。1.乙。\n", encoding="utf-8")
    extract(document, tmp_path / "draft")
    loaded = load_reports(report_files(tmp_path / "draft"))
    assert loaded.problems == ()
    assert [note.number for note in loaded.reports[0].notes] == ["1", ""]


MERGED = ((1, "<td rowspan=2>甲率（%）</td>"), (2, ""), (3, "<td>乙率（%）</td>"))
