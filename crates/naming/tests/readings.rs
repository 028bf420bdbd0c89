//! Readings of places that a reader of single characters gets wrong.
#![allow(clippy::unwrap_used, reason = "tests may panic")]

use investchn_naming::{NamingError, pinyin};

/// Each exception, and places in the register whose characters have several readings.
const PLACES: &str = "
乐亭 Laoting 乐清 Yueqing 乐陵 Laoling 乐山 Leshan 博乐 Bole 乐都 Ledu 东阿 Dong'e 中牟 Zhongmu 牟平 Muping 会稽 Kuaiji 会理 Huili
会宁 Huining 伽师 Jiashi 六合 Luhe 六安 Lu'an 六盘山 Liupanshan 厦门 Xiamen 吴堡 Wubu 南堡 Nanpu 甘泉堡 Ganquanpu 大城 Daicheng
大埔 Dabu 大厂 Dachang 黄埔 Huangpu 宕昌 Tanchang 尉犁 Yuli 尉氏 Weishi 曾都 Zengdu 枞阳 Zongyang 柞水 Zhashui 泌阳 Biyang
洪洞 Hongtong 洞口 Dongkou 浒墅关 Xushuguan 涡阳 Guoyang 犍为 Qianwei 番禺 Panyu 吐鲁番 Tulufan 筠连 Junlian 繁峙 Fanshi
繁昌 Fanchang 罗布泊 Luobupo 泊头 Botou 荥经 Yingjing 荥阳 Xingyang 莘庄 Xinzhuang 莘县 Shenxian 蔚县 Yuxian 解州 Xiezhou
铅山 Yanshan 长子 Zhangzi 长治 Changzhi 长沙 Changsha 闵行 Minhang 行唐 Xingtang 隰县 Xixian 什邡 Shifang 佛山 Foshan 单县 Shanxian
疏勒 Shule 宝坻 Baodi 穆棱 Muling 丹棱 Danling 浚县 Xunxian 珲春 Hunchun 畹町 Wanding 西藏 Xizang 蚌埠 Bengbu 成都 Chengdu
都昌 Duchang 重庆 Chongqing 讷河 Nehe 亳州 Bozhou 朝阳 Chaoyang 东莞 Dongguan 丽水 Lishui 台州 Taizhou 歙县 Shexian 黟县 Yixian
忻州 Xinzhou 任丘 Renqiu 广饶 Guangrao 万州 Wanzhou 蕲春 Qichun 监利 Jianli 盖州 Gaizhou 郫县 Pixian 阳曲 Yangqu 洱源 Eryuan
调兵山 Diaobingshan 渑池 Mianchi 鄄城 Juancheng 句容 Jurong 盱眙 Xuyi 临朐 Linqu 井陉 Jingxing 睢县 Suixian 西柏坡 Xibaipo
柏乡 Baixiang 安塞 Ansai 西塞山 Xisaishan 夏津 Xiajin 万载 Wanzai 台儿庄 Tai'erzhuang 阿荣 Arong 绩溪 Jixi 休宁 Xiuning
茌平 Chiping 砀山 Dangshan 浐河 Chanhe 硚口 Qiaokou 耒阳 Leiyang 汨罗 Miluo 溆浦 Xupu 珙县 Gongxian 邛崃 Qionglai 阆中 Langzhong
勐海 Menghai 镇赉 Zhenlai 五女山 Wunüshan 绿园 Lüyuan 旅顺 Lüshun 瓮安 Weng'an 鄱阳 Poyang 婺源 Wuyuan 余干 Yugan 新干 Xingan
";

#[test]
fn places_have_the_readings_of_their_people() {
    let words: Vec<&str> = PLACES.split_whitespace().collect();
    for pair in words.chunks(2) {
        assert_eq!(pinyin(pair[0], &[]).as_deref(), Ok(pair[1]));
    }
}

#[test]
fn a_character_without_reading_is_an_error() {
    assert_eq!(pinyin("々山", &[]), Err(NamingError::NoReading('々')));
}
