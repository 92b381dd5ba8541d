//! The density bound: the least level of every day at which all touches can be done in their windows. It is a certificate
//! that can be shown: so much has to be done between these two days, whatever the plan.

/// The least level, and the days that force it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// Minutes a day, rounded up.
    pub level: u32,
    /// The first of the days that force it, as a place among the days.
    pub from: usize,
    /// The last of them.
    pub to: usize,
}

/// The bound of windows over days, of which the ones that are `worked` count: the most, over all runs of worked days, of
/// the minutes of the windows that lie inside, by the number of days (Hall; for unit efforts it is exact). A window is
/// its first and last day, as places among the days, and its minutes; one without a worked day is left out.
///
/// Takes time in proportion to the windows and to the square of the days.
pub fn density(worked: &[bool], windows: impl IntoIterator<Item = (usize, usize, u32)>) -> Bound {
    let days: Vec<usize> = worked.iter().enumerate().filter(|(_, worked)| **worked).map(|(day, _)| day).collect();
    let count = days.len();
    // How many worked days lie before each day.
    let mut before = vec![0; worked.len() + 1];
    for (day, worked) in worked.iter().enumerate() {
        before[day + 1] = before[day] + usize::from(*worked);
    }
    // The windows by their first day: the last that was listed of each, which leads on to the one listed before it.
    let mut newest = vec![usize::MAX; count];
    let mut listed = Vec::new();
    for (from, to, minutes) in windows {
        let (first, end) = (before[from.min(worked.len())], before[(to + 1).min(worked.len())]);
        if first < end {
            let older = std::mem::replace(&mut newest[first], listed.len());
            listed.push((end - 1, minutes, older));
        }
    }
    let mut bound = Bound::default();
    let mut ending = vec![0_u64; count];
    for first in (0..count).rev() {
        let mut next = newest[first];
        // Days with none that begins on the first of them are never denser than they are without it.
        if next == usize::MAX {
            continue;
        }
        while let Some(&(last, minutes, older)) = listed.get(next) {
            ending[last] += u64::from(minutes);
            next = older;
        }
        let (mut load, mut most) = (0, 0);
        for (after, ending) in ending[first..].iter().enumerate() {
            load += ending;
            most += u64::from(bound.level);
            if load > most {
                let span = after as u64 + 1;
                let level = u32::try_from(load.div_ceil(span)).unwrap_or(u32::MAX);
                bound = Bound { level, from: days[first], to: days[first + after] };
                most = u64::from(level) * span;
            }
        }
    }
    bound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_forced_by_the_densest_days() {
        let check = |worked: &str, windows: &[(usize, usize, u32)], expected: (u32, usize, usize)| {
            let worked: Vec<bool> = worked.bytes().map(|day| day == b'1').collect();
            let bound = density(&worked, windows.iter().copied());
            assert_eq!((bound.level, bound.from, bound.to), expected);
        };
        check("11111", &[], (0, 0, 0));
        check("11111", &[(0, 4, 10)], (2, 0, 4));
        check("11111", &[(0, 4, 10), (1, 1, 7)], (7, 1, 1));
        check("11001", &[(1, 4, 6), (1, 4, 6)], (6, 1, 4));
        check("11001", &[(2, 3, 6)], (0, 0, 0));
        check("", &[(0, 3, 6)], (0, 0, 0));
    }
}
