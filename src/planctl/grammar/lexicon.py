"""The words of printed cells and of targets in a sentence, each with its kinds: data, to be checked and extended.

A line has a kind, what its words do in a text, and the words, which may go on in indented lines. To add a printed word
is to write it into the lines of its kinds. Where words overlap the longest wins, so that a longer word keeps a shorter
one in it from being read: 未来 is no denial and 升级 no rise. docs/lexicon.md is made from this.
"""

import re
from typing import NamedTuple

_TABLE = """
# Figures, and how to stand to them
at-least | before a figure: no less than it |
    ≥ >= ≮ 高于等于 高于或等于 大于等于 大于或等于 多于等于 多于或等于 至少 最低 最少 保底 底线 下限
steps-up | before a figure: no less than it, as by a step (迈上千亿台阶) |
    迈上 迈入 迈过 跨上 跨入 跨过 跨越 站上 站入 登上 跃上 跃入 跃过
at-most | before a figure: no more than it |
    ≤ <= ≯ 低于等于 低于或等于 小于等于 小于或等于 少于等于 少于或等于 不超 不超过 至多 最高 最多 上限
more | before a figure: more than it | 首破 首次突破 首超 > 超过 超出 超 突破 高于 大于 多于 逾
less | before a figure: less than it | < 低于 小于 少于 不到 不足 达不到
about | before a figure: about so much | 约 大约 将近 接近 近
or-more | behind a figure: no less than it | 以上 及以上 或以上 其以上 及其以上 或其以上 或更高
or-less | behind a figure: no more than it | 以下 及以下 或以下 及其以下 或其以下 以内 之内 内
or-so | behind a figure: about so much | 左右 上下
denies | turns the next word round (不低于, 没有突破) | 不 不得 不能 不可 不应 不宜 未 未能 没 没有 没能 难以 无法
falls-short | denies that something is done (未能达到) | 未 未能 没 没有 没能 难以 无法 不能
not-under | denied before a figure: no less than it | 低于 少于 小于
not-over | denied before a figure: no more than it | 高于 超过 超出 大于 多于 突破
reaches | comes up to | 达到 达
odd | between a number and its unit: somewhat more | 余 多
tenths | a share in words |
    一成 二成 三成 四成 五成 六成 七成 八成 九成 一成半 二成半 三成半 四成半 五成半 六成半 七成半 八成半 九成半
round | a round figure in words (突破万亿元) | 亿 百亿 千亿 万亿
currency | behind a round figure | 元 美元 斤
two-digits | ten per cent or more | 两位数
no-growth | no growth at all | 零增长
barrier | behind a figure that is passed | 大关 关口 台阶 新台阶 全覆盖
level | behind a figure, changing nothing | 水平 增长 增速 目标 速度 区间
sound | before a level | 合理
within | behind a range | 之间 区间内 区间 水平 增长 左右 上下
to | between the ends of a range; behind a move, what leads to a level | 至 到
each | before several figures, in the order of what they are of | 分别 各
base-year | the year that is 100 in an index | 以上年 以上年同期 上年 去年 上年同期 去年同期
equals | in an index | = 为
of | joins words | 的
done | behind a verb | 了
with-it | before a base year | 以

# What moves, and what stands between a name and its figure
rises | a rise by the figure | 微增 略增 微涨 略涨 增长 增加 上涨 提高 提升 上升 扩大 回升 递增 增 涨 升
falls | a fall by the figure | 微降 略降 小降 下降 下调 下滑 下跌 回落 萎缩 降 减 跌 ↓
cuts | takes away as much as the figure says; what it takes it from may stand between (压减产能100万吨) |
    压减 减少 减排 淘汰 化解 关闭 压缩 削减 降低 缩减 压降
eases | a move that grows smaller | 收窄 放缓 缩小
up | the name of a rise | 增速 增幅 涨幅 增长率 增长幅度
down | the name of a fall | 降幅 跌幅 减幅 下降幅度 下降率 降低幅度 降低率 减少幅度 减少率 负增长
steers | leads to a level as a move does (控制到) | 控制 稳定 缩短
when | of which time, on what basis, of each |
    全年 年均 人均 户均 平均 每月 本年 当年 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期 同比
    同口径 名义 实际 可比 可比价 按可比 按可比价 按可比价格 按可比价计算 按可比价格计算 按可比计算 不变价 按不变价
    按不变价格 按不变价计算 按不变价格计算 累计 每年 均 各 都
    再 要 将 仅 只 才
where | of the whole place; 高于全省1个点 is beyond its figure | 全市 全区 全省 全县
how | in what manner, changing nothing |
    目标 目标值 奋斗目标 力争 确保 保证 争取 努力 力保 奋力 冲刺 预期 继续 持续 稳步 稳定 保持 维持 巩固 不断 总体
    基本 成功 全面 进一步 有效 严
secures | straight before a figure: its floor (保8%、争9%) | 保
has | leads to a figure | 控制在 稳定在 保持在 维持在 达到 达 为 是 介于 在 至 到 控制 有 了 共 占比 占
acts | what is done to as much as the figure says; its object may stand between (新增就业5万人) |
    新建 培育 引进 引育 获批 认定 创建 建成 建设 改造 完成 实现 落户 发放 实施 设立 发展 转移 开展 治理 接待 安置 签约
    新增 净增 增加 增收 节约 节能 减税 降费 减免 减负 减亏 新培育 新设立 新发展
verb | a verb that is in no name of what is counted | 达到 完成 控制 保持 稳定 同比 累计 增长 上涨 提高 提升 上升 回升
ratio | makes a name of the verb before it | 率
quantity | ends a name that may stand straight before its figure, as do all words that end so (优良率90%) |
    率 比 例 重 度 量 额 增加值
per | of each so many (每千人口4.5个) |
    每人 每户 每亩 每公顷 每平方公里 每万元 每人口 每百人 每百户 每百人口 每千人 每千户 每千人口 每万人 每万户
    每万人口 每十万人 每十万户 每十万人口 每百万人 每百万人口 每亿元

# Who sets a target, and what became of it
organ | a level of government |
    国家 自治区 上级 省 市 州 区 县 国家级 自治区级 上级政府 省级 市级 州级 区级 县级 国家里 省里 市里 州里 区里 县里
    国家政府 自治区政府 省政府 市政府 州政府 区政府 县政府 省级政府 市级政府 州级政府 区级政府 县级政府
office | behind a level of government | 统计局 部门
orders | sets a figure for those below | 下达 核定 规定 确定
sets | what is set by those above, also without a word for a target |
    下达 考核 约束 约束性 分解 规定 核定 限额 确定 要求 控制 上下达 交办 预期
task | what is set | 任务 目标 指标 要求 计划 进度 标准
task-tail | behind what is set, changing nothing | 数 值 范围 要求 内容 任务 执行 标准 控制 目标 指标 计划
range | behind what is set, where it is a limit | 范围
scope | behind what is set, where it is a limit | 以内 之内 内 以上
fulfils | does what was set | 完成 超额完成 达到 达 落实 实现 满足 符合
keeps-within | keeps to a limit, and so fulfils it | 控制在 不超过 不超
oversteps | denied, keeps to a limit (未突破) | 超过 突破 超出 高于 低于
evenly | in what manner something is done |
    已 可 要 均 都 全面 全部 如期 按时 提前 顺利 圆满 超额 力争 确保 努力 有望 仍 还 尚 目前
fails | denies that something was done | 未能 未 没有 没能 难以 无法 不能
nearly | nearly done says neither | 基本
completes | something is done | 完成 超额完成
up-to-standard | fulfilled | 达标 考核达标 完成进度目标 完成序时进度 完成时序进度
below-standard | not fulfilled | 不达标
betters | better than what was planned | 好于 优于
worse | worse than what was planned | 不及 未及 逊于
not-up-to | is in no words for what was fulfilled | 不达 不达标
according-to | leaves a target to those above | 按 按照
taking-as | leaves a target to what follows | 以 执行 严格执行
as-valid | behind what a target is left to | 为准
waits | a target is still to come | 待
otherwise | a target is still to come | 另行
plan-part | in the name of a plan (全年计划) |
    总 全年 年 年度 年初 预期 预定 既定 控制 考核 计划 目标 任务 预算 投资 增长 序时 调整 调整后 国家 上级 省 市 区 县
    州 省级 市级 区级 县级 州级 省政府 市政府 区政府 县政府 州政府 下达 省定
    市定 国定 区定 县定
plan | a plan, of which a share was done | 计划 目标 目标值 任务 预算 预期 控制线
plan-tail | behind a plan | 任务 目标 数 值 指标 进度
already | before a share that was done | 已 累计 仅 只 共 才
makes | leads to a share of a plan | 完成 达到 达 占 为 实现 是
share-name | the name of how much of a plan was done | 完成率 完成进度 完成比例
from-it | before a distance to a target | 与 比 较 距 距离 离
still | before a distance | 但 仍 还 尚 均 都 值 要求
distant-short | says by how much a target was missed, also where it is not named | 低 少 差 慢 欠 相差 短缺
distant-over | says by how much a target was passed, also where it is not named | 高 快
short | says by how much a target was missed | 低于 少于 慢于 落后于 落后 不及 差距 不足
over | says by how much a target was passed | 高于 高出 多于 快于 超过 超出 超额 超 多
overfills | 超额完成5% is 5 per cent of the plan for some and 5 points for others | 超额完成
out | behind a word of distance | 了 出 约
links | agrees with another target | 衔接
linking | how it agrees | 相 统筹 充分 做好 保持
hands-down | a target is set by those above | 下达
hands-down-what | what those above set | 任务 目标 指标 计划 数 值
after | when that is done | 后
settles | what becomes of it then | 确定 明确 执行 为准
orders-of-others | a figure that those above set | 下达 核定
controlled | a figure that those above set | 省控 市控 国控
checks | what those above do with a figure | 控制 考核
checked | a figure that those above set | 目标 指标 数 要求

# Measured by another indicator
beyond | asks for more than another has | 快于 高于 超过 大于 好于 优于 多于 强于 跑赢 领先 领先于 超出
beats | asks for more than a place has (超全国) | 超
behind | asks for less than another has | 低于 慢于 小于 少于
not-behind | denied, asks for no less than another has (不低于) | 低于 慢于 少于 差于 逊于 小于
not-beyond | denied, asks for no more than another has (不高于) | 高于 超过 快于 多于 大于
as-much-or-more | asks for as much as another has | 达到或超过 达到并超过
with | before what is kept pace with | 与 和 同 跟 较 比
than | before what is compared with | 比 较
higher | behind what is compared with | 高 高出 快
lower | behind what is compared with | 低 慢
in-step | keeps pace with another | 同步 持平 相当 一致 适应 匹配 协调
steadily | before what keeps pace | 保持 基本 大致 大体 总体 相
grows-so | behind what keeps pace | 增长 提高 提升 增加
or | joins words | 或 及
a-little | before a better one | 略 稍 更
somewhat | before what is more or less, and decides nothing | 略 略微 稍 稍微 明显 显著 大幅 远 较大 较大幅度 一定 较
better | or more than that | 高 快 好
in-step-with | keeps pace with what follows | 同步于 相当于 持平于
as-before | as the year before | 持平
relation | is in no name of another indicator |
    快于 高于 低于 慢于 多于 少于 大于 小于 优于 好于 等于 超过 超出 同步 持平 同步于 持平于 力争 努力 争取 尽可能
    奋力 力求 确保
softly | how a relation is put, changing nothing |
    略 稍 明显 显著 适度 大幅 继续 力争 确保 努力 争取 保持 增长 增速 增幅 实现 总体 分别 要 均 都 在
strives | aims at what follows | 力争 努力 争取 尽可能 奋力 力求 确保 冲刺 挑战 奋斗目标
strives-for | straight before a figure: aims at it | 争 冲
tells | begins no name of another indicator where a figure follows |
    增长 增加 新增 增速 提高 达到 完成 实现 下降 等于 左右 上下
measured | ends the name of what is measured by another | 增长 增速 增幅 涨幅 收入 支出 消费 投资
growth | behind such a name | 增长 增速 增幅
refuses | is in no name of what is measured by another | 未 不 没 难 无 没有 未能 难以 无法
known | a place or a time whose level is known | 全国 全省 全市 全区 全县 上年 去年 同期 历史 区域 西部 中部 东部 疫情前
mean | a level that is known | 平均
stands-at | a level that is known | 平均水平 平均 水平 最好水平
holds | leads to a level that is known | 增长 增速 增幅 涨幅 达到 达 保持 维持 保持在 维持在 稳定在 力争 确保 继续 在
keeps | kept as it is | 保持 维持 保持在 维持在 稳定 稳定在 持平
recovers | with 到, leads to a level that is known | 恢复 回升
than-last-year | as against last year | 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期
last-year | before whose level it is | 上年 去年 同期 上年同期 去年同期
whole-place | a whole place | 全国 全省 全市 全区
mean-level | a level that is known | 平均水平
as-before-how | how it is as before | 同比 基本 总体 大体 大致 保持 力争 实现
side | on which side of another | 高于 快于 低于 优于 慢于 好于 跑赢

# Words instead of figures
ends | no longer | 不再 停止 取消
ends-how | before what ends | 进行 纳入 作为 对外
counts | what is done with an indicator | 统计 考核 监测 公布 评价 核算
indicator | behind that | 指标
none-set | no target | 不 未 暂不 不再
what-target | of what kind a target would be | 具体 量化 约束 约束性 预期 预期性 年度 硬性 增长 增速 总量 统一 定量 明确
open-target | deliberately no target of its own | 统筹考核 弹性 统筹安排
told-later | no target yet | 另行确定 另行下达 另行通知
report-kind | before what is not known yet | 年报 快报 数 数据 任务
by-now | before what is not known yet | 目前 暂时
yet | before what is not known yet | 暂 尚 还
lacks | is not there | 未 没有 无 未能 没有能
known-by | how a figure becomes known | 公布 发布 反馈 出 出数 下达 核定 数据 统计数据 统计 核算 定
figures | what is not there | 数据 任务 目标 指标
under-way | a figure is being counted | 核定 核算 统计
now | is being counted | 正在
middle | is being counted | 中
not-there | no figure | 无 N/A
rank-word | names a rank | 位次 排名 排位 位居 名次
moves-up | how a rank gets better, or is a leading one |
    前移 提升 上升 进位 前列 靠前 前三 前五 前十 前三位 前五位 前十位 前三名 前五名 前十名
holds-place | before a leading place | 保持 稳居 维持 巩固
leading | a leading place | 前列 领先 前三 前五 前十 前三位 前五位 前十位 前三名 前五名 前十名
of-class | before a class of water | 稳定 保持 达到 控制 达 为 在 到 或 和 并 好于 优于 保持在 稳定在 控制在
class | a class of water | Ⅰ类 Ⅱ类 Ⅲ类 Ⅳ类 Ⅴ类 I类 II类 III类 IV类 V类 一类 二类 三类 四类 五类
class-tail | behind a class | 标准 水质 水平 以上 及以上
not-decrease | a trend: no less than before |
    只增不减 不减 只增不减少 不降 不出现负增长 不下降 不降低 不减少 不下滑 不再下降 不再降低 不再减少 不再下滑
positive-growth | a trend: grows |
    由负转正 转正 扭负为正 转负为正 止跌回升 由降转增 由减转增 略增 微增 小增 增长 正增长
    避免负增长 防止负增长 扭转负增长 消除负增长
rank-improves | a trend: a better rank | 进位 前列 前移
enters | comes to a leading place | 进入 跻身 迈入 挺进 进
improving | a trend: gets better |
    提质提效 改善 好转 向好 优化 更优 提质 增效 质升 提质增效 稳提质 变好 转好 提档升级 升级 回暖 优良 增强
declining | a trend: gets less |
    只减不增 只降不增 只降不升 有降 略降 微降 小降 下降 降低 减少 回落 收窄 缩小 压减 递减 双下降 走低 趋缓 双降 下滑
    负增长 由正转负 由增转降 由增转减 由升转降 由升转减
rising | a trend: gets more |
    提升 提高 上升 扩大 攀升 壮大 加快 回升 跃升 突破 翻番 翻一番 翻两番 翻二番 有升 有增 有进 稳升 倍增 上台阶 新台阶
    拓展 增加 由降转升
    温和上涨 上涨
stable | a trend: as it is, or as it should be |
    稳定 平稳 不变 稳 合理区间 合理增速 基本稳定 平衡 可控 安全 零发生 最好水平 平均水平 水平 区间 态势 状态 优秀 良好
    同步 清零 全覆盖 不增 不增加 不反弹
    止跌回稳 企稳回升 全部脱贫
does-not | before what is not to happen | 不出现 不发生
should | whatever should be is (应保尽保) | 应
fully | behind it | 尽
pace | of what slows down there is still more | 增速 增幅 涨幅 降幅 跌幅 增长率
already-so | since when something is no longer | 已 从今年起 今年起
since | behind the year since when | 起
set-so | what is not done with a target | 单独 再 作 做 纳入 考核 设 定 下达 设定 设置 提出 确定 安排 明确
aim | a target | 目标 指标 要求 任务 考核 增速
aim-tail | behind a target | 值 数
aim-asked | behind a target | 要求
able | behind what is lacking | 能
drops | denied, a trend: no less than before | 下降 降低 减少 下滑

# What may stand around any of these
joins | between names or figures | 和 及 与 以及 且 并
guess | says that a figure is an estimate | 预计 预测 预估 暂估 估计 估算
hopes | says that a figure is an estimate | 有望 可 初步核算 初步统计 初步预计 初步测算
guess-short | says so in brackets or straight before the figure | 预
provisional | says so in brackets | 快报 初步 初步核算 初步统计 暂定 E
likewise | behind such a word, of what follows as well | 下同
guess-tail | behind such a word | 数 为 将 可 能 全年 :
against | before such a word, what a result is held against | 比 较 超过 超 低 高 初 原 于 与 按 低于 高于 年初
whole-year | before such a word | 全年
adds-up | of several years | 累计
some-years | several years | 两年 二年 三年 四年 五年 六年 七年 八年 九年 十年
five-years | a plan of five years | 十三五 十四五 十五五 十六五
planning | behind such a plan | 规划
period | behind such a plan | 期间 时期 以来
arranges | behind what is only taken as a basis | 安排 考虑 把握 掌握
aims | aims beyond the figure | 力争 努力 争取 尽可能 尽力 奋力 力求 跑赢 冲刺 挑战 更好 更高 更快 更优 奋斗目标
aims-apart | aims beyond the figure, or keeps a floor, in brackets | 力争 争取 努力 冲刺 奋斗目标 确保 底线 保底
floor | begins a floor | 确保 保底 底线 保证 下限
in-practice | before what is aimed at |
    在实际工作中 在具体工作中 在工作中 在实际执行中 在执行中 在实施中 在实践中 在实际中
meanwhile | joins what is aimed at | 同时
since-then | as against last year | 同比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期
changes | by how much it is another than last year |
    提高 提升 上升 增加 回升 加快 扩大 高 快 下降 降低 回落 减少 放缓 收窄 低 慢
rank-of | what has a rank | 增速 增幅 总量 规模 排名
ranks | has a rank | 位居 居 列 排 排名
ordinal | before a rank | 第

# In names
harmless | part of a name, whatever words are in it |
    不良 不动产 不锈钢 不断 未来 未成年 无害 无线 无人 无障碍 无偿 负债 负荷 负担 负氧 困难 难题 节约 集约 约束 月均
    青少年 少年 少数 少儿 降水 降雨 降尘 低保 低收入 低碳 最低生活 最低工资 超高 超低 超算 减税 减灾 减排量 公共预算
    基金预算 预算收入 预算支出 由负转正 扭负为正 转负为正 PM2.5 PM10 R&D 增加值 增值 增量 国内 附近 公共 升规 存量
    更多
quoting | in a name | “ ” · 、

# Where a target begins behind its name in a sentence
target-moves | how much something is to move |
    增长 增加 增速 增幅 涨幅 降幅 涨势 上涨 提高 提升 上升 扩大 缩小 收窄 下降 降低 减少 回升 回落 压减 净增
target-moves-so | a move that is no other's name | 正增长 零增长 两位数增长
target-keeps | what is to be kept, reached or done |
    保持 维持 稳定 控制 巩固 达到 完成 落实 实现 满足 符合 处于 位居 进入 迈上 争取 力争 确保 努力 继续 稳居
target-how | in what manner |
    分别 都 全面 全部 稳步 持续 进一步 不断 大幅 明显 显著 逐步 基本 总体 大体 同口径 比上年 较上年 同比 按可比 可比口径
    实际增长 名义增长 平稳 较快 合理 不降 不降低 不减 有所 有效 如期 略有 小幅 适度 不折不扣 持平 与上年持平 与去年持平
    与上年同期持平 与去年同期持平 恢复性 补偿性 止跌 触底 由负转正 转负为正 双下降 双降 双提升
target-compares | beside another | 突破 超过 不超过 跑赢 领先
target-figure | straight before a figure |
    削减 降至 升至 增至 降到 升到 增到 达 为 占 在 获批 引进 培育 新建 建成 保 争 冲
target-meant | says that what follows is a target; elsewhere part of a name |
    预期目标 预期 预计 计划 安排 拟 有望 目标 要
target-in-name | begins as one of these, and is part of a name |
    巩固率 有效期 有效发明 有效灌溉 有效投资 增长率 增长点 增长极 全面建成 增加值 净增长 稳定器 完成率 落实率 主要

# What is counted or measured, behind a number alone
unit-noun | with or without a magnitude |
    元 美元 欧元 人次 人天 人年 人 户 家 个 件 项 座 天 次 所 名 台 辆次 架次 班次 辆 套 起 亩 公顷 平方公里 平方米
    立方米 海里 公里 米 公斤 千克 市斤 斤 吨标准煤 吨标煤 吨公里 吨 克 微克 毫克 千瓦时 千瓦 兆瓦 瓦 度 标准箱 标箱 箱
    条 处 头 只 羽 株 棵 位 级 分 岁 张 床 间 幢 栋 艘 架 列 批 场 册 部 种 篇 村 镇 倍 升 GWh MWh kWh GW MW kW TEU
    EFLOPS PFLOPS TFLOPS P 头只 头匹 亩次 户次 小时 蒸吨 台套 标方 千伏安 宗 星 匹 峰 口 尾 挂 件次
unit-plain | without a magnitude | :1 ∶1 % ‰ 个百分点 百分点 个点 微克每立方米 μg/m3 μg/m³ µg/m3 µg/m³ ug/m3 ug/m³
magnitude | before what is counted | 万亿 亿 千万 百万 万 千
magnitude-bare | stands for a unit that the row has | 万亿 亿 万

# What words may not have in them, but within a harmless word
bars-name | in the name of a figure: it might turn the figure round, or be of another time |
    未 没 不 难 无 负 约 至少 仅 只 降 跌 减 少 低 多增 高于 快于 慢于 超 突破 差 分别 目标 计划 任务 预期 预计 预测
    预估 预算 进度 完成率 环比 季度 半年 月 一年 二年 两年 三年 四年 五年 六年 七年 八年 九年 十年
bars-remark | in a remark in brackets: 3.2%(下降) is no 3.2% | 降 负 跌 缩 减 未 不达 不及 不足 季度 月 半年 上年 去年
turns-words | before words that tell a trend: it turns them round (未改善, 难以增长) |
    未 没 难 无法 不 避免 防止 扭转 遏制 快于 高于 低于 慢于 超过
"""


class WordKind(NamedTuple):
    """The words of one kind, what they do in a text, and the section that they stand in."""

    kind: str
    does: str
    words: tuple[str, ...]
    section: str


def _kinds() -> dict[str, WordKind]:
    kinds: dict[str, WordKind] = {}
    section = kind = ""
    for line in _TABLE.splitlines():
        if line.startswith("    "):
            kinds[kind] = kinds[kind]._replace(words=(*kinds[kind].words, *line.split()))
        elif line.startswith("# "):
            section = line[2:]
        elif line:
            kind, does, words = (part.strip() for part in line.split("|"))
            kinds[kind] = WordKind(kind, does, tuple(words.split()), section)
    return kinds


LEXICON = _kinds()
"""The words by their kinds, in their order."""


def words_of(*kinds: str) -> tuple[str, ...]:
    """Return the words of some kinds, in their order; raises `KeyError` for a kind that there is not."""
    return tuple(word for kind in kinds for word in LEXICON[kind].words)


def any_of(*kinds: str) -> str:
    """Return a pattern of the words of some kinds, the longest first; raises `KeyError` as `words_of` does."""
    return "|".join(map(re.escape, sorted(words_of(*kinds), key=len, reverse=True)))
