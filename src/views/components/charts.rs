//! The charts of the register: pictures that the publisher draws, each with the table behind it.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::Chart;
use investchn_model::ChartTable;
use investchn_model::route::chart_path;
use investchn_navigation::site_context::SiteContext;

/// Renders every chart.
pub(crate) fn charts(portal: &SiteContext, charts: &[ChartTable]) -> Markup {
    let charts: Vec<_> = charts.iter().map(|table| chart(portal, table)).collect();
    view! {
        <section class="charts" aria-labelledby="charts-heading">
            <h2 id="charts-heading">{TEXT.register.charts}</h2>
            <p>{TEXT.register.charts_note}</p>
            {charts}
        </section>
    }
}

fn chart(portal: &SiteContext, table: &ChartTable) -> Markup {
    let (width, height) = table.chart.size();
    let title = match table.chart {
        Chart::Years => TEXT.register.chart_years,
        Chart::Areas => TEXT.register.chart_areas,
        Chart::Industries => TEXT.register.chart_industries,
    };
    let headings: Vec<_> = table.headings.iter().map(|it| view! { <th scope="col">{it.clone()}</th> }).collect();
    let rows: Vec<_> = table.rows.iter().map(|cells| row(portal, cells)).collect();
    view! {
        <figure class="chart">
            <figcaption>{title}</figcaption>
            <img
                src=portal.base.join(&chart_path(table.chart))
                alt=""
                width=width.to_string()
                height=height.to_string()
                loading="lazy"
            />
            <details>
                <summary>{TEXT.register.chart_table}</summary>
                <div class="chart-table">
                    <table><thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table>
                </div>
            </details>
        </figure>
    }
}

fn row(portal: &SiteContext, cells: &[String]) -> Markup {
    let (name, numbers) = cells.split_at(cells.len().min(1));
    let name = name.first().cloned().unwrap_or_default();
    let numbers: Vec<_> = numbers.iter().map(|number| view! { <td>{number.clone()}</td> }).collect();
    view! { <tr><th scope="row" lang=portal.foreign_lang(&name)>{name}</th>{numbers}</tr> }
}
