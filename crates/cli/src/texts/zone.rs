//! The help of `investchn-publish zone`.

use investchn_localized::{Text, localized};

pub(super) fn texts() -> Vec<Text> {
    vec![
        localized!(zh "显示会改什么，什么都不写", en "Print what would change, and write nothing"),
        localized!(
            zh "省级开发区升级为国家级。原先的情况记入 history.csv；代号不变，因为代号就是永久的网址",
            en "Make a provincial zone a national one. Its former state goes to history.csv; its id stays, because ids are addresses for ever"
        ),
        localized!(
            zh "开发区更名。原名记入 history.csv，仍可搜到",
            en "Give a zone another official name. The former names go to history.csv and stay searchable"
        ),
        localized!(
            zh "注明开发区已退出名单。它的页面和稿件保留",
            en "Note that a zone is off the list. Its page and its articles stay"
        ),
        localized!(
            zh "把一个开发区并入另一个，连同其代号、名称和沿革。被并入的开发区还有稿件时不能合并",
            en "Let a zone take up another one, with its ids, names and history. Refused while the zone that goes has articles"
        ),
        localized!(
            zh "新增开发区。代号、常用名称、拼音、英文名和城市由正式名称得出",
            en "Add a zone. Id, names in use, pinyin, English name and city follow from the official name"
        ),
        localized!(zh "开发区，写代号或任一名称", en "The zone, by its id or any of its names"),
        localized!(zh "被并入的开发区，写代号或任一名称", en "The zone that goes, by its id or any of its names"),
        localized!(zh "并入哪个开发区", en "The zone that takes it up"),
        localized!(zh "新的正式名称", en "The new official name"),
        localized!(zh "正式名称", en "Official name"),
        localized!(
            zh "新的类型：etdz、htz、etdz;htz …… [默认：不变]",
            en "The new types: etdz, htz, etdz;htz … [default: as before]"
        ),
        localized!(zh "类型：etdz、htz、etdz;htz ……", en "Types: etdz, htz, etdz;htz …"),
        localized!(
            zh "批准为国家级的时间：2026-02-13、2026-02、2026",
            en "Approval as a national zone: 2026-02-13, 2026-02, 2026"
        ),
        localized!(
            zh "批准时间：2017-02-13、2017-02、2017 或 1992/1994",
            en "Approval: 2017-02-13, 2017-02, 2017 or 1992/1994"
        ),
        localized!(
            zh "面积（公顷），出处写明时才填：原面积不是新开发区的面积",
            en "Area in hectares, if the source states it: the former area is not the new one's"
        ),
        localized!(zh "面积（公顷）", en "Area in hectares"),
        localized!(zh "另一个代号。原代号的页面和订阅源继续有效", en "Another id. Pages and feeds of the old one go on"),
        localized!(zh "退出名单的日期", en "The date since which it is off the list"),
        localized!(zh "sources.toml 中的出处编号", en "Id in sources.toml"),
        localized!(
            zh "写明这些情况的文件在 sources.toml 中的编号",
            en "Id in sources.toml of the document that states the facts"
        ),
        localized!(zh "national（国家级）或 provincial（省级）", en "national or provincial"),
        localized!(zh "省级行政区划代码：320000", en "Code of the province: 320000"),
        localized!(
            zh "城市的行政区划代码 [默认：名称中的城市，否则为省的代码]",
            en "Code of the city [default: the one in the name, else the province's]"
        ),
        localized!(zh "代号 [默认：由名称得出]", en "Id [default: from the name]"),
        localized!(zh "2018 年版目录中的代码", en "Code in the catalogue of 2018"),
        localized!(zh "主导产业，之间用分号", en "Leading industries, with semicolons between them"),
        localized!(zh "常用名称 [默认：由正式名称得出]", en "Name in common use [default: from the official name]"),
        localized!(zh "英文名 [默认：由正式名称得出]", en "English name [default: from the official name]"),
        localized!(zh "英文名的出处", en "Source of the English name"),
        // The names of values.
        localized!(zh "开发区", en "ZONE"),
        localized!(zh "名称", en "NAME"),
        localized!(zh "类型", en "TYPES"),
        localized!(zh "公顷", en "HECTARES"),
        localized!(zh "代号", en "ID"),
        localized!(zh "出处", en "SOURCE"),
        localized!(zh "级别", en "LEVEL"),
        localized!(zh "代码", en "CODE"),
        localized!(zh "产业", en "INDUSTRIES"),
        localized!(zh "简称", en "SHORT"),
        localized!(zh "英文名", en "NAME_EN"),
    ]
}
