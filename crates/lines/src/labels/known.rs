//! The labels of old pages, one list for each kind of value.

use super::kind::Label;

/// The labels of each kind, separated by spaces. A label is written without the spaces that it has on a page. Of two labels
/// with the same beginning, the longer one counts.
pub(super) const LABELS: [(Label, &str); 11] = [
    (
        Label::Date,
        "Publishedon Createdon Postedon Published Created 信息发布时间 信息发布日期 发布日期时间 Posted \
         发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 添加时间 添加日期 录入时间 录入日期 加入时间 \
         上传时间 上传日期 入库时间 发文时间 信息时间 信息日期 公布时间 公布日期 公开时间 公开日期 发文日期 \
         稿件时间 新闻时间 文章时间 公告日期 公告时间 刊发时间 刊发日期 见报日期 上网时间 上网日期 Date \
         发表于 发布于 时间 日期",
    ),
    (
        Label::Made,
        "Printedon 页面生成时间 页面生成日期 生成时间 生成日期 制作时间 打印时间 生效日期 废止日期 实施日期 \
         成文日期 成文时间 截止时间 截止日期 刷新时间 访问时间 下载时间 失效日期 发文时效",
    ),
    (
        Label::Updated,
        "LastUpdatedon LastUpdated Updatedon Updated 最后更新时间 更新时间 更新日期 最后更新 修改时间 \
         最近更新在 最近更新于 最后更新在 最后更新于 最后修改 更新于 最近更新",
    ),
    (
        Label::Source,
        "Source 信息来源 文章来源 新闻来源 稿件来源 本文来源 来源单位 文章出处 信息出处 来源媒体 来源网站 \
         原文来源 图文来源 内容来源 来源于 来源自 转载自 来源 来自 信息来自 文章来自 稿源 出处",
    ),
    (Label::Publisher, "信息提供单位 发布机构 发文机关 发布单位 发布部门 发布机关 发文机构 发文单位 公开机构 公开单位"),
    (Label::Zone, "发布开发区 所属开发区 开发区"),
    (
        Label::Count,
        "Comments Clicks 视力保护色 Views Reads Share 点击次数 浏览次数 浏览人数 浏览人次 阅读次数 访问次数 \
         查看次数 字号大小 字体大小 文字大小 评论次数 访问人数 访问人次 阅读人数 阅读人次 下载次数 播放次数 \
         点播次数 View Hits Read 点击数 点击率 点击量 浏览量 浏览数 阅读量 阅读数 访问量 访问数 评论数 分享到 \
         分享至 评论量 跟帖数 回复数 关注度 围观数 点赞数 收藏数 已阅读 下载量 播放量 转发数 转载数 点击 浏览 \
         阅读 查看 人气 字号 字体 分享 评论 跟帖 热度 关注 围观 点赞 收藏 访问 点播",
    ),
    (
        Label::Other,
        "Filedunder Writtenby Categories Postedin Postedby Keywords 相关热词搜索 Tagged Author Editor \
         文章关键词 本文关键字 文章录入 信息录入 新闻录入 文章作者 新闻作者 文章编辑 网站编辑 本文编辑 \
         稿件审核 信息审核 信息发布 发文字号 主题分类 信息分类 公开方式 信息索引 责任编辑 值班编辑 值班审核 \
         值班主任 值班总编 值班编委 值班监制 执行主编 本期编辑 本期责编 版面编辑 视觉编辑 图片编辑 责任校对 \
         责任审核 责任主编 责任监制 内容审核 初审编辑 复审编辑 终审编辑 稿件提供 稿件作者 供稿单位 供稿部门 \
         来稿单位 签发领导 相关热词 热词搜索 相关标签 本文标签 文章标签 所属栏目 信息类别 文件编号 体裁分类 \
         Tags 审核人 信息员 发布者 发布人 通讯员 录入者 录入人 录入员 关键词 关键字 索引号 初审人 复审人 \
         终审人 审核员 审稿人 校对人 总监制 出品人 副主编 供稿人 撰稿人 投稿人 提供者 上传者 签发人 发文号 \
         有效性 Tag 责编 编辑 作者 记者 审核 录入 审稿 校对 初审 复审 终审 签发 撰稿 供稿 标签 编审 审编 校审 \
         审签 审定 审读 审发 一审 二审 三审 一校 二校 三校 校稿 图/文 文/图 图文 图源 图片来源 摄影 摄像 文字 供图 监制 主编 总编 美编 制图 排版 采写 采编 撰文 \
         文稿 核稿 拟稿 热词 文号 时效",
    ),
    (
        Label::Previous,
        "上一条新闻 上一篇文章 上一篇新闻 上一条信息 上一篇信息 上篇文章 上一条 上一篇 上一则 上一个 上一页 \
         前一篇 前一条 上篇 上条",
    ),
    (
        Label::Next,
        "下一条新闻 下一篇文章 下一篇新闻 下一条信息 下一篇信息 下篇文章 下一条 下一篇 下一则 下一个 下一页 \
         后一篇 后一条 下篇 下条",
    ),
    (
        Label::Contact,
        "E-mail Email 联系电话 电子邮箱 电子邮件 技术支持 主办单位 承办单位 联系人 电话 传真 邮箱 地址 邮编 \
         网址 QQ 主办 承办",
    ),
];
