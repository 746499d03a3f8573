//! What a person can change about the bonus.

use serde::{Deserialize, Serialize};

use crate::basis::exact;
use crate::basis::money::Fen;
use crate::basis::typed;
use crate::basis::width::half_width;
use crate::word::scheme::bonus::{BonusScheme, Headcount, ScoreBasis, TailRule};

/// The highest baseline, in hundredths of a point: 1,000.00.
pub const BASELINE_MOST: u32 = 100_000;

/// One change of the bonus's decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BonusEdit {
    /// The pool; `None` empties it.
    SetPool(Option<Fen>),
    /// What headcount means.
    SetHeadcount(Headcount),
    /// Which score weighs.
    SetScoreBasis(ScoreBasis),
    /// The baseline, in hundredths of a point; at most [`BASELINE_MOST`].
    SetBaseline(u32),
    /// The smallest unit paid, in 分; below 1 it becomes 1.
    SetUnit(i64),
    /// What happens to what division leaves over.
    SetTail(TailRule),
    /// Back to the default rule; the pool stays.
    Reset,
}

impl BonusEdit {
    /// Carries the change out.
    pub fn apply(self, scheme: &mut BonusScheme) {
        match self {
            Self::SetPool(pool) => scheme.pool = pool,
            Self::SetHeadcount(headcount) => scheme.headcount = headcount,
            Self::SetScoreBasis(score) => scheme.score = score,
            Self::SetBaseline(baseline) => scheme.baseline = baseline.min(BASELINE_MOST),
            Self::SetUnit(unit) => scheme.unit = unit.max(1),
            Self::SetTail(tail) => scheme.tail = tail,
            Self::Reset => *scheme = BonusScheme { pool: scheme.pool, ..BonusScheme::default() },
        }
    }

    /// A pool as somebody types it: yuan with at most two decimals, or 万元;
    /// separators, full-width digits, 元 and ¥ allowed. Empty means no pool.
    /// `None`: unreadable, negative, below a fen, or too large.
    ///
    /// ```
    /// use suanpan::basis::money::Fen;
    /// use suanpan::bonus::edit::BonusEdit::{self, SetPool};
    /// assert_eq!(BonusEdit::pool("142.7万"), Some(SetPool(Some(Fen(142_700_000)))));
    /// assert_eq!(BonusEdit::pool(" 9,600,000.00 元"), Some(SetPool(Some(Fen(960_000_000)))));
    /// assert_eq!(BonusEdit::pool(""), Some(SetPool(None)));
    /// assert_eq!(BonusEdit::pool("0.005"), None);
    /// ```
    pub fn pool(text: &str) -> Option<Self> {
        let plain = plain(text);
        if plain.is_empty() {
            return Some(Self::SetPool(None));
        }
        let plain = plain.trim_start_matches(['¥', '￥']).trim_end_matches('元');
        let pool = match plain.strip_suffix('万') {
            Some(number) => Fen::parse_yuan(&format!("{}e4", typed::decimal(number)?)),
            None => Fen::parse_yuan(plain),
        };
        pool.filter(|pool| pool.0 >= 0).map(|pool| Self::SetPool(Some(pool)))
    }

    /// A baseline as somebody types it: points with at most two decimals.
    /// Empty means 0. `None`: unreadable, negative or too large.
    pub fn baseline(text: &str) -> Option<Self> {
        let points = typed::number(if text.trim().is_empty() { "0" } else { text })?;
        let hundredths = points * exact::whole(100);
        let hundredths = u32::try_from(hundredths.is_integer().then(|| hundredths.to_integer())?).ok()?;
        (hundredths <= BASELINE_MOST).then_some(Self::SetBaseline(hundredths))
    }
}

/// The text without white space, full-width forms made plain.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).map(half_width).collect()
}
