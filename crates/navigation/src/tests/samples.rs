//! Small synthetic data for unit tests, marked 示例. None of it is published.

use std::sync::Arc;

use investchn_messages::ZH;
use investchn_model::{
    Article, Base, Block, Citation, Contact, Fact, Kind, Level, Region, RegionKind, Site, Span, Status, Zone, ZoneRef,
    ZoneType,
};

use crate::site_context::SiteContext;

fn fact<T>(value: T) -> Fact<T> {
    Fact::new(value, vec![Citation { label: "示例来源".to_owned(), url: None }])
}

fn region(code: &str, name: &str, short: &str, pinyin: &str, kind: RegionKind) -> Region {
    Region {
        code: code.parse().unwrap(),
        name: name.to_owned(),
        short_name: short.to_owned(),
        pinyin: pinyin.to_owned(),
        kind,
    }
}

pub(crate) fn province() -> Region {
    region("320000", "江苏省", "江苏", "Jiangsu", RegionKind::Province)
}

pub(crate) fn city() -> Region {
    region("320800", "淮安市", "淮安", "Huai'an", RegionKind::City)
}

pub(crate) fn portal() -> SiteContext {
    let base = Base::at("/portal/");
    SiteContext { site: Arc::new(site()), root: base.clone(), base, words: &ZH.app }
}

pub(crate) fn site() -> Site {
    Site {
        name: "投促中国".to_owned(),
        name_en: "InvestCHN".to_owned(),
        slogan: "示例口号".to_owned(),
        copyright: "示例版权".to_owned(),
        since: 2015,
        icp: String::new(),
        police: String::new(),
        contact: Contact {
            phone: "+86-0512-53660867".to_owned(),
            fax: "+86-0512-53660867".to_owned(),
            email: "info@investchn.com".to_owned(),
        },
        editions: vec![],
    }
}

pub(crate) fn zone() -> Zone {
    Zone {
        id: "huaian-htz".parse().unwrap(),
        name: fact("淮安国家高新技术产业开发区".to_owned()),
        short_name: "淮安高新区".to_owned(),
        aliases: vec![],
        code: None,
        history: vec![],
        types: vec![ZoneType::Htz],
        level: Level::National,
        province: province(),
        city: city(),
        approved: Some(fact("2017-02-13".parse().unwrap())),
        area_ha: None,
        industries: None,
        status: fact(Status::Listed),
        status_since: None,
        name_en: "Huai'an High-tech Industrial Development Zone".to_owned(),
        name_en_sources: vec![],
        original_name: None,
    }
}

pub(crate) fn zone_ref() -> ZoneRef {
    let zone = zone();
    ZoneRef { id: zone.id, name: zone.name.value, short_name: zone.short_name }
}

pub(crate) fn article() -> Article {
    Article {
        id: "huaian-htz-20220214-1".parse().unwrap(),
        title: "示例标题".to_owned(),
        published: "2022-02-14".parse().unwrap(),
        source: "示例报".to_owned(),
        zone: zone_ref(),
        city: city(),
        kind: Kind::Text,
        lang: "zh-CN".to_owned(),
        summary: "示例摘要。".to_owned(),
        body: vec![Block::Paragraph(vec![Span::Text("示例正文。".to_owned())])],
        previous: None,
        next: None,
        corrections: vec![],
        draft: false,
        editions: vec![],
    }
}
