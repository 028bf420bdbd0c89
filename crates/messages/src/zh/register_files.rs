//! The Chinese messages in the files of the register.

use crate::register_files::{ChartMessages, RegisterFileMessages};

pub(super) const CHARTS: ChartMessages = ChartMessages {
    unit_zones: "单位：家",
    unit_hectares: "单位：公顷",
    national: "国家级",
    provincial: "省级",
    empty: "暂无数据",
};

pub(super) const REGISTER_FILES: RegisterFileMessages = RegisterFileMessages {
    note: "各项事实取自公开的文件与资料，出处列在每一项之后；使用时请注明出处。存疑的与按规则译写的均已标明。",
    id: "编号",
    code: "公告目录代码",
    name: "名称",
    short_name: "简称",
    name_en: "英文名称",
    name_en_derived: "英文名是否译写",
    level: "级别",
    types: "类型",
    type_names: "类型名称",
    province_code: "省份代码",
    province: "省份",
    city_code: "城市代码",
    city: "城市",
    approved: "批准时间",
    area_ha: "面积（公顷）",
    industries: "主导产业",
    status: "状态",
    status_since: "状态起始时间",
    former_names: "曾用名",
    doubtful: "存疑",
    name_sources: "名称、类型与所在地的出处",
    name_en_sources: "英文名称的出处",
    code_sources: "代码的出处",
    approved_sources: "批准时间的出处",
    area_sources: "面积的出处",
    industries_sources: "主导产业的出处",
    status_sources: "状态的出处",
    page: "网页",
    aliases: "别名",
};
