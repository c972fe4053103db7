//! Colours on a screenshot.

use std::io::Cursor;

use anyhow::{Context, Result};

use super::Surface;

/// How far a channel may be off (colour management, antialiasing).
const TOLERANCE: u8 = 10;

/// Points sampled across and down.
const GRID: u32 = 40;

/// See [`super::painted`]. `png` is the window at one device pixel a CSS pixel.
pub fn share(png: &[u8], surface: &Surface) -> Result<f64> {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("too large")?];
    let info = reader.next_frame(&mut pixels)?;
    let samples = info.color_type.samples();
    let want = rgb(&surface.background)?;
    let (mut same, mut all) = (0_u32, 0_u32);
    for row in 0..GRID {
        for column in 0..GRID {
            let x = surface.x + surface.width * (f64::from(column) + 0.5) / f64::from(GRID);
            let y = surface.y + surface.height * (f64::from(row) + 0.5) / f64::from(GRID);
            if x < 0.0 || y < 0.0 || x >= f64::from(info.width) || y >= f64::from(info.height) {
                continue;
            }
            let at = y as usize * info.line_size + x as usize * samples;
            all += 1;
            let close = |(a, b): (&u8, &u8)| a.abs_diff(*b) <= TOLERANCE;
            same += u32::from(pixels[at..at + 3].iter().zip(&want).all(close));
        }
    }
    anyhow::ensure!(all > 0, "the warning is outside the window");
    Ok(f64::from(same) / f64::from(all))
}

/// `rgb(1, 2, 3)` as computed styles write it.
fn rgb(css: &str) -> Result<[u8; 3]> {
    let inner = css
        .strip_prefix("rgb(")
        .and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.with_context(|| format!("the warning's background is {css}: not opaque"))?;
    let channels: Vec<u8> = inner
        .split(',')
        .map(|channel| channel.trim().parse())
        .collect::<Result<_, _>>()?;
    channels.try_into().ok().context("three channels")
}
