//! Measures the cost of queries: downloads of the first one of a session and of the next, and time.

use std::collections::HashSet;

use anyhow::Result;

use crate::index_folder::IndexFolder;
use crate::report::Figures;

/// Phrases that are searched besides the random ones: in every text, in every text and long, in none.
const EXTREMES: [&str; 3] = ["示例", "本文是程序生成的示例文本", "龘龘"];

/// The number of queries with the most bytes that are named.
const DEAREST: usize = 5;

/// The costs of many queries.
pub(crate) struct Costs {
    /// The bytes of a first query without code.
    pub(crate) first: Figures,
    /// The phrases of the first queries with the most bytes, the most first.
    pub(crate) dearest: Vec<String>,
    /// The bytes of the query after it.
    pub(crate) later: Figures,
    /// The round trips of a first query.
    pub(crate) rounds: Figures,
    /// The seconds of a query whose files are at hand.
    pub(crate) seconds: Figures,
    /// The longest time of a query without a pause, in seconds.
    pub(crate) longest: Figures,
}

impl Costs {
    /// Searches each phrase as the first one of a session, and as the second after the one before it.
    pub(crate) fn measure(index: &mut IndexFolder, phrases: &[&str]) -> Result<Self> {
        let (mut firsts, mut laters) = (Vec::new(), Vec::new());
        let mut kept_before = None;
        for phrase in phrases.iter().chain(&EXTREMES) {
            if let Some(mut kept) = kept_before {
                laters.push(index.first_page(phrase, &mut kept)?);
            }
            let mut kept = HashSet::new();
            firsts.push(index.first_page(phrase, &mut kept)?);
            kept_before = Some(kept);
        }
        let mut by_bytes: Vec<_> = firsts.iter().zip(phrases.iter().chain(&EXTREMES)).collect();
        by_bytes.sort_by_key(|(cost, _)| std::cmp::Reverse(cost.bytes));
        Ok(Costs {
            dearest: by_bytes.iter().take(DEAREST).map(|(cost, phrase)| format!("{phrase} {}", cost.bytes)).collect(),
            first: Figures::new(firsts.iter().map(|cost| cost.bytes as f64)),
            later: Figures::new(laters.iter().map(|cost| cost.bytes as f64)),
            rounds: Figures::new(firsts.iter().map(|cost| cost.rounds as f64)),
            seconds: Figures::new(laters.iter().map(|cost| cost.time.as_secs_f64())),
            longest: Figures::new(laters.iter().map(|cost| cost.longest.as_secs_f64())),
        })
    }
}
