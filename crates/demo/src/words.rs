//! The vocabulary, and the sentences made of it. All subjects are called 示例 (example), so that no sentence is about a real
//! place or company.

use std::fmt::Write;

use super::random::Random;

/// The first paragraph of every body.
pub(super) const NOTICE: &str = "本文是程序生成的示例文本，不含真实信息。";

/// The outlets, for the front matter's `source`.
pub(super) const OUTLETS: [&str; 6] = ["示例报", "示例日报", "示例通讯", "示例周刊", "示例网", "示例公报"];

const SUBJECTS: [&str; 20] = [
    "示例企业",
    "示例项目",
    "示例小组",
    "示例车间",
    "示例实验室",
    "示例平台",
    "示例园区",
    "示例团队",
    "示例机构",
    "示例单位",
    "示例产线",
    "示例基地",
    "示例服务窗口",
    "示例工作站",
    "示例协会",
    "示例中心",
    "示例仓库",
    "示例学校",
    "示例供应商",
    "示例合作方",
];

const ADVERBIALS: [&str; 16] = [
    "按计划",
    "在本阶段",
    "随后",
    "同时",
    "逐步",
    "继续",
    "定期",
    "共同",
    "分批",
    "如期",
    "再次",
    "照常",
    "当天",
    "在试运行中",
    "根据安排",
    "首次",
];

const VERBS: [&str; 24] = [
    "开展", "完成", "启动", "讨论", "整理", "更新", "记录", "汇总", "检查", "调整", "介绍", "测试", "安排", "演示",
    "编写", "比较", "公布", "准备", "评估", "优化", "审阅", "改进", "交付", "补充",
];

const MODIFIERS: [&str; 22] = [
    "第一批",
    "新一轮",
    "常规",
    "年度",
    "季度",
    "阶段性",
    "公开",
    "内部",
    "联合",
    "后续",
    "通用",
    "试验性",
    "跨部门",
    "数字化",
    "标准化",
    "综合",
    "专题",
    "节能",
    "远程",
    "精简",
    "双语",
    "重点",
];

const NOUNS: [&str; 32] = [
    "设备清单",
    "工作流程",
    "培训课程",
    "测试记录",
    "交流活动",
    "服务指南",
    "技术方案",
    "样品目录",
    "项目计划",
    "数据表格",
    "建设图纸",
    "会议纪要",
    "调研问卷",
    "检测报告",
    "物流路线",
    "仓储布局",
    "能源台账",
    "人才档案",
    "合作草案",
    "展示材料",
    "生产工艺",
    "环境监测",
    "采购目录",
    "质量标准",
    "安全演练",
    "创新课题",
    "招聘说明",
    "参观路线",
    "签约流程",
    "招商手册",
    "维护手册",
    "验收表",
];

const CLAUSES: [&str; 12] = [
    "并把结果记入示例台账",
    "相关数字仅用于演示",
    "各环节衔接顺畅",
    "有关说明见附表",
    "过程全部留有记录",
    "下一步安排将另行说明",
    "参加者提出了若干建议",
    "准备工作已经就绪",
    "使用的都是示例数据",
    "目的是检验版面效果",
    "所列名称均为虚构",
    "整个过程用于展示流程",
];

/// Writes a headline, after its prefix.
pub(super) fn headline(text: &mut String, random: &mut Random) {
    text.push_str(random.pick(&SUBJECTS));
    text.push_str(random.pick(&VERBS));
    noun_phrase(text, random);
}

/// Writes a noun phrase, for a subheading or a list item.
pub(super) fn noun_phrase(text: &mut String, random: &mut Random) {
    text.push_str(random.pick(&MODIFIERS));
    text.push_str(random.pick(&NOUNS));
}

/// Returns a noun, for a table cell or the text of a link.
pub(super) fn noun(random: &mut Random) -> &'static str {
    random.pick(&NOUNS)
}

/// Writes a sentence. Sometimes a part of it is strong or emphasised.
pub(super) fn sentence(text: &mut String, random: &mut Random) {
    text.push_str(random.pick(&SUBJECTS));
    text.push_str(random.pick(&ADVERBIALS));
    text.push_str(random.pick(&VERBS));
    let mark = match random.below(40) {
        0 => "**",
        1 => "*",
        _ => "",
    };
    text.push_str(mark);
    noun_phrase(text, random);
    text.push_str(mark);
    for _ in 0..random.below(3) {
        text.push('，');
        clause(text, random);
    }
    text.push('。');
}

fn clause(text: &mut String, random: &mut Random) {
    // Writing to a string cannot fail.
    let _ = match random.below(6) {
        0 => write!(text, "共涉及{}个示例环节", random.between(2, 60)),
        1 => write!(text, "用时约{}天", random.between(2, 180)),
        2 => write!(text, "编号为示例{}号", random.between(1, 9_999)),
        3 => write!(text, "其中{}占示例总量的{}%", random.pick(&NOUNS), random.between(1, 99)),
        _ => write!(text, "{}", random.pick(&CLAUSES)),
    };
}
