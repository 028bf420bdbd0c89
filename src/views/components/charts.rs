//! The charts of the register: pictures that the publisher draws, each with the table behind it.

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::route::{Chart, chart_path};
use investchn_model::{ShareCount, Statistics, YearCount};
use investchn_navigation::site_context::SiteContext;

/// Renders every chart.
pub(crate) fn charts(portal: &SiteContext, statistics: &Statistics) -> Markup {
    let years: Vec<_> = statistics.years.iter().map(year).collect();
    let years = view! {
        <table>
            <thead><tr>
                <th scope="col">{ZH.register.chart_year}</th>
                <th scope="col">{ZH.facts.etdz_short}</th>
                <th scope="col">{ZH.facts.htz_short}</th>
                <th scope="col">{ZH.facts.customs}</th>
                <th scope="col">{ZH.facts.border}</th>
                <th scope="col">{ZH.facts.other_type}</th>
                <th scope="col">{ZH.facts.provincial}</th>
            </tr></thead>
            <tbody>{years}</tbody>
        </table>
    };
    view! {
        <section class="charts" aria-labelledby="charts-heading">
            <h2 id="charts-heading">{ZH.register.charts}</h2>
            <p>{ZH.register.charts_note}</p>
            {chart(portal, Chart::Years, ZH.register.chart_years, years)}
            {chart(portal, Chart::Areas, ZH.register.chart_areas, shares(ZH.register.province, ZH.register.hectares, &statistics.areas))}
            {chart(portal, Chart::Industries, ZH.register.chart_industries, shares(ZH.facts.industries, ZH.register.chart_zones, &statistics.industries))}
        </section>
    }
}

fn chart(portal: &SiteContext, chart: Chart, title: &'static str, table: Markup) -> Markup {
    let (width, height) = chart.size();
    view! {
        <figure class="chart">
            <figcaption>{title}</figcaption>
            <img src=portal.base.join(&chart_path(chart)) alt="" width=width.to_string() height=height.to_string() loading="lazy" />
            <details><summary>{ZH.register.chart_table}</summary><div class="chart-table">{table}</div></details>
        </figure>
    }
}

fn year(YearCount { year, counts }: &YearCount) -> Markup {
    let numbers = [counts.etdz, counts.htz, counts.customs, counts.border, counts.other, counts.provincial()];
    let cells: Vec<_> = numbers.iter().map(|number| view! { <td>{number.to_string()}</td> }).collect();
    view! { <tr><th scope="row">{year.to_string()}</th>{cells}</tr> }
}

fn shares(name: &'static str, count: &'static str, shares: &[ShareCount]) -> Markup {
    let row = |share: &ShareCount| view! { <tr><th scope="row">{share.name.clone()}</th><td>{share.count.to_string()}</td></tr> };
    let rows: Vec<_> = shares.iter().map(row).collect();
    view! {
        <table>
            <thead><tr><th scope="col">{name}</th><th scope="col">{count}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
