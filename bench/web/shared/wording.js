// The Chinese labels that React, Solid and the plain pages show, as the portal's own crates/messages/src/zh.rs words them.

export const UNKNOWN = "暂无可靠资料";

export const KINDS = ["text", "photo", "video"];
export const kindName = { text: "文字新闻", photo: "图片新闻", video: "视频新闻" };
export const typeName = { etdz: "经济技术开发区", htz: "高新技术产业开发区" };
export const levelName = { national: "国家级", provincial: "省级" };

/** 2017年2月13日, as exact as the date is known. */
export function longDate(date) {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
}

/** A date, or the span of years in which it lies. */
export function period(text) {
  const [from, to] = text.split("/");
  return to ? `${from}年至${longDate(to)}之间（确切年份未详）` : longDate(from);
}

export function status(zone) {
  switch (zone.status.value) {
    case "listed":
      return "在国家级名单内";
    case "uncertain":
      return "资料不足或不一，是否仍在国家级名单内待核实";
    default:
      return zone.status_since ? `已退出国家级名单（${longDate(zone.status_since)}）` : "已退出国家级名单";
  }
}

/** The facts of a zone: label, and the text or nothing. */
export function facts(zone) {
  return [
    ["批准时间", zone.approved && period(zone.approved.value)],
    ["核准面积", zone.area_ha && `${zone.area_ha.value} 公顷`],
    ["主导产业", zone.industries && zone.industries.value.join("、")],
    ...(zone.code ? [["公告目录代码", zone.code.value]] : []),
    ["状态", status(zone)],
  ];
}

/** Where the facts of a zone are from; those that are known. */
export function sources(zone) {
  const all = [
    ["名称与所在地", zone.name],
    ["批准时间", zone.approved],
    ["核准面积", zone.area_ha],
    ["主导产业", zone.industries],
    ["公告目录代码", zone.code],
    ["状态", zone.status],
    ["英文名称", { sources: [{ label: "依中文名称按规则译写" }] }],
  ];
  return all.filter(([, fact]) => fact).map(([label, fact]) => [label, fact.sources]);
}

export const pageName = (number) => `第${number}页`;

/** What a telephone dials. */
export function telHref(shown) {
  const digits = shown.replace(/\D/g, "");
  if (!shown.trim().startsWith("+")) return `tel:${digits}`;
  return digits.startsWith("86") ? `tel:+86${digits.slice(2).replace(/^0+/, "")}` : `tel:+${digits}`;
}

/** Five shades of a province's tile by its number of zones, and one for none. */
export function shade(zones) {
  if (zones === 0) return "shade-0";
  const index = [40, 80, 120, 160].findIndex((most) => zones <= most);
  return `shade-${index < 0 ? 5 : index + 1}`;
}

/** The links of the footer: label and path. */
export const footerLinks = [
  ["公文包（离线阅读）", "/saved/"],
  ["把新闻放到您的网站", "/embed/"],
];

/** What stands below a zone's facts to store its news; here it does nothing. */
export const keep = { button: "存入公文包，离线可读", link: "看公文包", path: "/saved/" };

/** The sums of the home page. */
export function figures(provinces) {
  const sum = (name) => provinces.reduce((total, province) => total + province.counts[name], 0);
  return [
    ["在册开发区", sum("zones")],
    ["国家级", sum("national")],
    ["省级", sum("zones") - sum("national")],
    ["国家级经开区", sum("etdz")],
    ["国家级高新区", sum("htz")],
    ["海关特殊监管区域", sum("customs")],
    ["边境/跨境经济合作区", sum("border")],
    ["其他国家级", sum("other")],
  ];
}
