//! Places that are a part of their own in longer names, and places with an English name that is not their pinyin.

/// Places before another part, read in pinyin: 平山 of 平山西柏坡.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "临港", "滨海", "临江", "两路", "东阳", "丹寨", "云霄", "化州", "台山", "合江", "启东", "嵩明", "萧山", "大洋河",
    "大洼", "大通", "天祝", "如东", "孟连", "定兴", "宝坻", "富顺", "山丹", "常宁", "平山", "庆城", "开平", "惠安",
    "慈溪", "新建", "昆山", "昌平", "来安", "根河", "桐乡", "桓台", "榆中", "武清", "民勤", "永修", "汾阳", "江宁",
    "江阴", "泰兴", "洱源", "浦东", "澄城", "澄海", "灵川", "皋兰", "皮山", "石河子", "祥云", "福清", "紫阳", "肥西",
    "若羌", "莱芜", "蕲春", "蛟河", "达茂", "金湾", "镇原", "长丰", "闽侯", "阳谷", "陆丰", "顺德", "饶平", "高州",
    "高明", "高陵", "鹤庆", "麻栗坡", "黑山", "兴城",
];

/// Places whose English name is not their pinyin.
const ENGLISH: &[(&str, &str)] = &[
    ("东湖", "East Lake"),
    ("黄河三角洲", "Yellow River Delta"),
    ("长兴岛", "Changxing Island"),
    ("杭州湾", "Hangzhou Bay"),
    ("大亚湾", "Daya Bay"),
    ("大冶湖", "Daye Lake"),
    ("松山湖", "Songshan Lake"),
    ("滇池", "Dianchi Lake"),
    ("湄洲岛", "Meizhou Island"),
    ("太仓港", "Taicang Port"),
    ("高栏港", "Gaolan Port"),
    ("北仑港", "Beilun Port"),
    ("江阴港", "Jiangyin Port"),
    ("海沧港", "Haicang Port"),
    ("虎门港", "Humen Port"),
    ("洋口港", "Yangkou Port"),
    ("吕四港", "Lusi Port"),
    ("大丰港", "Dafeng Port"),
    ("古雷港", "Gulei Port"),
    ("西海岸", "West Coast"),
    ("胶州湾", "Jiaozhou Bay"),
    ("前海湾", "Qianhai Bay"),
    ("北部湾", "Beibu Gulf"),
    ("霍尔果斯", "Khorgos"),
    ("二连浩特", "Erenhot"),
    ("格尔木", "Golmud"),
    ("库尔勒", "Korla"),
    ("库车", "Kuqa"),
    ("奎屯", "Kuytun"),
    ("额尔古纳", "Ergun"),
    ("鄂伦春自治旗", "Oroqen Autonomous Banner"),
    ("扎赉诺尔", "Jalainur"),
    ("霍林郭勒", "Holingol"),
    ("陈巴尔虎旗", "Old Barag Banner"),
    ("阿荣旗", "Arun Banner"),
    ("莫力达瓦", "Morin Dawa"),
    ("克什克腾", "Hexigten"),
    ("巴林左旗", "Bairin Left Banner"),
    ("巴林右旗", "Bairin Right Banner"),
    ("乌拉特后旗", "Urad Rear Banner"),
    ("科左后旗", "Horqin Left Rear Banner"),
    ("科右前旗", "Horqin Right Front Banner"),
    ("土右旗", "Tumd Right Banner"),
    ("喀喇沁", "Harqin"),
    ("扎鲁特", "Jarud"),
    ("达拉特", "Dalad"),
    ("准格尔", "Jungar"),
    ("鄂托克", "Otog"),
    ("察哈尔", "Chahar"),
    ("和林格尔", "Horinger"),
    ("乌兰浩特", "Ulanhot"),
    ("波尔塔夫卡", "Poltavka"),
    ("磨丁", "Boten"),
    ("柴达木", "Qaidam"),
    ("大柴旦", "Da Qaidam"),
    ("托克逊", "Toksun"),
    ("图木舒克", "Tumxuk"),
    ("阿图什", "Artux"),
    ("阿克陶", "Akto"),
    ("英吉沙", "Yengisar"),
    ("麦盖提", "Makit"),
    ("岳普湖", "Yopurga"),
    ("罗布泊", "Lop Nur"),
    ("玛纳斯", "Manas"),
    ("木垒", "Mori"),
    ("吉木乃", "Jeminay"),
    ("和田", "Hotan"),
    ("甘孜", "Garze"),
    ("亚龙湾", "Yalong Bay"),
];

/// Returns the longest place at the start of a text, and its English name if that is not its pinyin.
pub(crate) fn at_start(text: &str) -> Option<(&str, Option<&'static str>)> {
    let parts = PARTS.iter().map(|zh| (*zh, None));
    let english = ENGLISH.iter().map(|(zh, en)| (*zh, Some(*en)));
    let longest = parts.chain(english).filter(|(zh, _)| text.starts_with(zh)).max_by_key(|(zh, _)| zh.len());
    longest.map(|(zh, en)| (&text[..zh.len()], en))
}
