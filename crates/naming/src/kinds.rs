//! The kinds of zones at the end of their names: the short form in use and the English term.

/// A kind of zone.
#[derive(Debug)]
pub(crate) struct ZoneKind {
    /// As official names write it.
    pub(crate) zh: &'static str,
    /// As short names write it; the same where no shorter form is in use.
    pub(crate) short: &'static str,
    /// The English term.
    pub(crate) en: &'static str,
}

const fn kind(zh: &'static str, short: &'static str, en: &'static str) -> ZoneKind {
    ZoneKind { zh, short, en }
}

const fn same(zh: &'static str, en: &'static str) -> ZoneKind {
    ZoneKind { zh, short: zh, en }
}

/// Every kind. Of several that fit, the longest is taken.
const KINDS: &[ZoneKind] = &[
    kind("农业高新技术产业示范区", "农高区", "Agricultural High-tech Industrial Demonstration Zone"),
    kind("国家高新技术产业开发区", "高新区", "High-tech Industrial Development Zone"),
    kind("高新技术产业开发区", "高新区", "High-tech Industrial Development Zone"),
    kind("高新技术产业园区", "高新区", "High-tech Industrial Park"),
    kind("高新技术产业经济区", "高新区", "High-tech Industrial Economic Zone"),
    kind("高技术产业开发区", "高新区", "High-tech Industrial Development Zone"),
    kind("新技术开发区", "高新区", "High-tech Development Zone"),
    kind("新兴技术开发区", "开发区", "Hi-Tech Development Zone"),
    kind("科技园区", "科技园", "Science Park"),
    kind("经济技术开发区", "经开区", "Economic and Technological Development Zone"),
    kind("经济开发区", "经开区", "Economic Development Zone"),
    same("产业开发区", "Industrial Development Zone"),
    same("台商投资开发区", "Taiwan-funded Investment Development Zone"),
    same("台商投资区", "Taiwan-funded Investment Zone"),
    same("投资区", "Investment Zone"),
    kind("特殊综合保税区", "特殊综保区", "Special Comprehensive Bonded Zone"),
    kind("综合保税区", "综保区", "Comprehensive Bonded Zone"),
    same("保税港区保税区", "Bonded Port Zone and Bonded Zone"),
    same("保税区", "Bonded Zone"),
    same("保税港区", "Bonded Port Zone"),
    same("保税物流园区", "Bonded Logistics Park"),
    same("出口加工区", "Export Processing Zone"),
    same("跨境工业区", "Cross-border Industrial Zone"),
    same("中方配套区", "Chinese Supporting Area"),
    same("国际边境合作中心", "International Border Cooperation Center"),
    kind("边境经济合作区", "边合区", "Border Economic Cooperation Zone"),
    same("经济合作区", "Economic Cooperation Zone"),
    same("边境贸易加工园区", "Border Trade Processing Park"),
    same("边境贸易加工区", "Border Trade Processing Zone"),
    same("互市贸易区", "Mutual Trade Zone"),
    same("金融贸易区", "Finance and Trade Zone"),
    same("国家旅游度假区", "National Tourist Resort"),
    same("国家生态工业示范园区", "National Eco-industrial Demonstration Park"),
    same("自主创新承接产业转移示范园区", "Independent Innovation and Industrial Transfer Demonstration Park"),
    same("沿边开放示范区", "Border Opening-up Demonstration Zone"),
    same("民营经济成长示范基地", "Private Economy Growth Demonstration Base"),
    same("循环经济示范基地", "Circular Economy Demonstration Base"),
    same("循环经济示范区", "Circular Economy Demonstration Zone"),
    same("循环经济试验区", "Circular Economy Pilot Zone"),
    same("循环经济产业示范区", "Circular Economy Industrial Demonstration Zone"),
    same("循环产业经济区", "Circular Industry Economic Zone"),
    same("循环工业经济园区", "Circular Industry Economic Park"),
    same("产业合作示范区", "Industrial Cooperation Demonstration Zone"),
    same("合作特别试验区", "Cooperation Special Pilot Zone"),
    same("生态经济产业园区", "Ecological Economy Industrial Park"),
    same("工业示范基地", "Industrial Demonstration Base"),
    same("产业示范园", "Industrial Demonstration Park"),
    same("产业功能区", "Industrial Functional Area"),
    same("产业转型工业园", "Industrial Transformation Park"),
    same("产业转移工业园区", "Industrial Transfer Park"),
    same("特色产业园区", "Specialty Industrial Park"),
    same("特色工业园区", "Specialty Industrial Park"),
    same("都市工业集中发展区", "Urban Industrial Cluster Development Zone"),
    same("工业集中发展区", "Industrial Cluster Development Zone"),
    same("工业集中区", "Industrial Cluster Zone"),
    same("工业密集区", "Industrial Cluster Zone"),
    same("产业集聚区", "Industrial Agglomeration Area"),
    same("现代产业园", "Modern Industrial Park"),
    same("现代产业区", "Modern Industrial Zone"),
    same("工业产业园区", "Industrial Park"),
    same("综合利用经济园区", "Comprehensive Utilization Economic Park"),
    same("综合经济园", "Comprehensive Economic Park"),
    same("经济园区", "Economic Park"),
    same("经济核心区", "Economic Core Area"),
    same("经济区", "Economic Zone"),
    same("深加工园区", "Deep Processing Park"),
    same("加工园区", "Processing Park"),
    same("工业新区", "Industrial New Area"),
    same("工业园区", "Industrial Park"),
    same("工业园", "Industrial Park"),
    same("临海工业区", "Seaside Industrial Zone"),
    same("工业区", "Industrial Zone"),
    same("工业港", "Industrial Port"),
    same("产业基地", "Industrial Base"),
    same("产业园区", "Industrial Park"),
    same("产业园", "Industrial Park"),
    same("产业区", "Industrial Zone"),
    same("生物园区", "Biological Park"),
    same("软件园", "Software Park"),
    same("能源化工区", "Energy and Chemical Zone"),
    same("慈善园区", "Charity Park"),
    same("新城开发区", "New Town Development Zone"),
    same("龙港新区", "Longgang New Area"),
    same("开发区", "Development Zone"),
    same("园区", "Park"),
    same("园", "Park"),
];

/// The kinds that parts of a zone may follow: 出口加工区及B区.
const WITH_PARTS: [&str; 2] = ["综合保税区", "出口加工区"];

/// Returns what is before the kind, the kind, and the parts of the zone that follow it.
pub(crate) fn find(name: &str) -> (&str, Option<&'static ZoneKind>, &str) {
    for kind in KINDS.iter().filter(|it| WITH_PARTS.contains(&it.zh)) {
        match name.split_once(kind.zh) {
            Some((before, tail)) if !before.is_empty() && !tail.is_empty() => return (before, Some(kind), tail),
            _ => {}
        }
    }
    let longest = KINDS.iter().filter(|it| name.ends_with(it.zh) && name != it.zh).max_by_key(|it| it.zh.len());
    match longest {
        Some(kind) => (&name[..name.len() - kind.zh.len()], Some(kind), ""),
        None => (name, None, ""),
    }
}

/// Returns the longest kind at the start of a text. A single 园 may be the end of a place: 绿园.
pub(crate) fn at_start(text: &str) -> Option<&'static ZoneKind> {
    KINDS.iter().filter(|it| text.starts_with(it.zh) && it.zh != "园").max_by_key(|it| it.zh.len())
}
