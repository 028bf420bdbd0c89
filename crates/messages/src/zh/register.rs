//! The Chinese messages of the register.

use crate::reader::RegisterMessages;

pub(super) const REGISTER: RegisterMessages = RegisterMessages {
    lead: "国家级与省级开发区，可以按级别、类型、省份、产业、批准年份和面积查找与排序。",
    counts: |zones, national, provincial| {
        let [zones, national, provincial] = [zones, national, provincial].map(|count| count.to_string());
        ["在册 ", &zones, " 家：国家级 ", &national, " 家，省级 ", &provincial, " 家"].concat()
    },
    more_counts: |exited, uncertain| {
        let (exited, uncertain) = (exited.to_string(), uncertain.to_string());
        ["；另列已退出的 ", &exited, " 家、待核实的 ", &uncertain, " 家。资料各有出处，暂缺的如实标明。"].concat()
    },
    find: "查找开发区",
    find_by: "名称、省市或拼音",
    conditions: "更多条件",
    clear: "清除条件",
    year_from: "批准年份起",
    year_to: "批准年份止",
    area_from: "面积不小于（公顷）",
    area_to: "面积不大于（公顷）",
    industry_hint: "如：装备制造",
    sort: "排序",
    by_province: "按省份",
    sort_by_name: "按拼音",
    sort_by_level: "按级别",
    sort_by_type: "按类型",
    sort_by_year: "按批准时间",
    sort_by_area: "按面积",
    sort_by_industry: "按产业",
    rows_loading: "正在载入名录……",
    rows_failed: "名录没有载入成功，请稍后再试；也可以从下面的省份进入。",
    found: |count| ["共 ", &count.to_string(), " 家"].concat(),
    more: |count| ["再显示 ", &count.to_string(), " 家"].concat(),
    none_found: "没有符合条件的开发区，请换一个说法再试。",
    uncertain: "待核实",
    exited: "已退出",
    table: "开发区名录",
    province: "省份",
    hectares: "面积（公顷）",
    provinces: "按省份看全部",
    provinces_note: "数字为在册家数，括号内为其中国家级的家数。",
    province_counts: |zones, national| [&zones.to_string(), "（", &national.to_string(), "）"].concat(),
    charts: "名录里的数字",
    charts_note: "只计在册的开发区。省级开发区的批准时间、面积与产业据《中国开发区审核公告目录》（2018年版）。",
    chart_years: "历年批准的开发区",
    chart_areas: "各省份的核准面积",
    chart_industries: "最常见的主导产业",
    chart_table: "数据表",
    chart_year: "年份",
    chart_zones: "家数",
    download: "下载全部名录：",
    download_csv: "CSV 表格",
    download_json: "JSON 数据",
};
