//! A page as a sparse vector.

/// The blocks of a vector: each has its own buckets and is brought to a length
/// of its own, so that a long text does not drown the page's shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// Words and pairs of words.
    Words,
    /// Runs of letters within words.
    Letters,
    /// What the page consists of.
    Shape,
    /// What its words are about, in whatever language.
    Classes,
}

impl Block {
    const ALL: [Self; 4] = [Self::Words, Self::Letters, Self::Shape, Self::Classes];

    /// Its first bucket.
    const fn start(self) -> usize {
        match self {
            Self::Words => 0,
            Self::Letters => 1 << WORD_BITS,
            Self::Shape => 2 << WORD_BITS,
            Self::Classes => (2 << WORD_BITS) + (1 << SHAPE_BITS),
        }
    }

    /// How many bits number its buckets.
    const fn bits(self) -> u32 {
        match self {
            Self::Words | Self::Letters => WORD_BITS,
            Self::Shape => SHAPE_BITS,
            Self::Classes => CLASS_BITS,
        }
    }

    /// The length that it is brought to.
    const fn length(self) -> f32 {
        match self {
            Self::Words => 1.3,
            Self::Letters => 1.2,
            Self::Shape => 0.6,
            Self::Classes => 0.8,
        }
    }
}

const WORD_BITS: u32 = 16;
const SHAPE_BITS: u32 = 12;
const CLASS_BITS: u32 = 10;

/// Buckets of all blocks together.
pub(super) const BUCKETS: usize = Block::Classes.start() + (1 << CLASS_BITS);

/// How often each bucket was met.
#[derive(Debug)]
pub struct Vector {
    counts: Vec<u8>,
    /// The buckets that were, in the order first met.
    met: Vec<u32>,
}

impl Default for Vector {
    fn default() -> Self {
        Self {
            counts: vec![0; BUCKETS],
            met: Vec::with_capacity(4096),
        }
    }
}

impl Vector {
    /// Counts something whose hash is `hash` once more.
    #[inline]
    pub(super) fn count(&mut self, block: Block, hash: u64) {
        let bucket = bucket(block, hash);
        let count = &mut self.counts[bucket];
        if *count == 0 {
            self.met.push(bucket as u32);
        }
        *count = count.saturating_add(1);
    }

    /// Each bucket met and its value: one more than the natural logarithm of
    /// its count, in blocks brought to their lengths.
    pub fn values(&self) -> impl Iterator<Item = (usize, f32)> {
        let mut squares = [0.0; Block::ALL.len()];
        for &bucket in &self.met {
            squares[block_of(bucket) as usize] += self.value(bucket).powi(2);
        }
        let factors = Block::ALL.map(|block| {
            let length = f32::sqrt(squares[block as usize]);
            block.length() / length.max(f32::MIN_POSITIVE)
        });
        self.met.iter().map(move |&bucket| {
            let factor = factors[block_of(bucket) as usize];
            (bucket as usize, self.value(bucket) * factor)
        })
    }

    fn value(&self, bucket: u32) -> f32 {
        let count = self.counts[bucket as usize];
        LOGARITHMS
            .get(usize::from(count))
            .copied()
            .unwrap_or_else(|| 1.0 + f32::from(count).ln())
    }
}

/// The bucket of a hash.
#[inline]
pub(super) fn bucket(block: Block, hash: u64) -> usize {
    let mixed = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    block.start() + (mixed >> (64 - block.bits())) as usize
}

fn block_of(bucket: u32) -> Block {
    match bucket as usize {
        at if at < Block::Letters.start() => Block::Words,
        at if at < Block::Shape.start() => Block::Letters,
        at if at < Block::Classes.start() => Block::Shape,
        _ => Block::Classes,
    }
}

/// `1 + ln n` for the counts that nearly all buckets have.
const LOGARITHMS: [f32; 5] = [0.0, 1.0, 1.693_147_2, 2.098_612_3, 2.386_294_4];
