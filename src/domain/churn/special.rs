//! The two special functions the model needs: the logarithm of the gamma function and the regularised incomplete beta
//! function. Both agree with mpmath at 50 digits to some 1e-13 (tests).

use std::f64::consts::PI;

/// The logarithm of Γ(x), for x > 0; by Lanczos's series with g = 607/128 and 15 terms.
pub fn ln_gamma(x: f64) -> f64 {
    const G: f64 = 607.0 / 128.0;
    const SERIES: [f64; 15] = [
        0.999_999_999_999_997_1,
        57.156_235_665_862_92,
        -59.597_960_355_475_49,
        14.136_097_974_741_746,
        -0.491_913_816_097_620_2,
        3.399_464_998_481_189e-5,
        4.652_362_892_704_858e-5,
        -9.837_447_530_487_956e-5,
        1.580_887_032_249_125e-4,
        -2.102_644_417_241_049e-4,
        2.174_396_181_152_126_5e-4,
        -1.643_181_065_367_639e-4,
        8.441_822_398_385_275e-5,
        -2.619_083_840_158_141e-5,
        3.689_918_265_953_162_3e-6,
    ];
    if x < 0.5 {
        return (PI / ((PI * x).sin())).ln() - ln_gamma(1.0 - x);
    }
    let shifted = x - 1.0;
    let sum = SERIES.iter().enumerate().skip(1).fold(SERIES[0], |sum, (n, term)| sum + term / (shifted + n as f64));
    let t = shifted + G + 0.5;
    0.5 * (2.0 * PI).ln() + (shifted + 0.5) * t.ln() - t + sum.ln()
}

/// The regularised incomplete beta function Iₓ(a, b) for a, b > 0, with `y` = 1 − x handed in so that no digits are lost
/// where x is near 1; by Lentz's continued fraction. `ln_beta` is ln B(a, b).
pub fn beta_regularised(a: f64, b: f64, x: f64, y: f64, ln_beta: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    let front = (a * x.ln() + b * y.ln() - ln_beta).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(a, b, x) / a
    } else {
        1.0 - front * continued_fraction(b, a, y) / b
    }
}

fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let kept = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / kept(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..10_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / kept(1.0 + even * d);
        c = kept(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / kept(1.0 + odd * d);
        c = kept(1.0 + odd / c);
        fraction *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: f64, exact: f64) {
        assert!((found - exact).abs() <= 1e-12 * exact.abs().max(1.0), "{found} is not {exact}");
    }

    #[test]
    fn the_functions_agree_with_fifty_digits() {
        for (x, exact) in [
            (1e-6, 13.815_509_980_749_432),
            (0.1, 2.252_712_651_734_206),
            (0.5, 0.572_364_942_924_700_1),
            (24.0, 51.606_675_567_764_38),
        ] {
            check(ln_gamma(x), exact);
        }
        for (a, b, x, exact) in [
            (0.5, 0.5, 0.3, 0.369_010_119_565_545_4),
            (5.0, 2.5, 0.9, 0.944_666_181_391_490_2),
            (100.3, 24.0, 0.8, 0.405_254_695_727_300_05),
            (0.001, 0.6, 0.5, 0.998_594_189_835_549_2),
            (2000.0, 7.0, 0.9965, 0.446_320_765_571_065),
            (0.2, 24.0, 1e-6, 0.129_319_634_397_484_4),
        ] {
            check(beta_regularised(a, b, x, 1.0 - x, ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)), exact);
        }
    }
}
