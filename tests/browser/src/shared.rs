//! One [`Stage`] for all scenarios of a browser: starting a browser takes
//! seconds, a scenario a fraction of one.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use libtest_mimic::{Failed, Trial};
use tokio::runtime::Runtime;

use crate::browser::Engine;
use crate::stage::Stage;

/// The longest a scenario may take.
const LIMIT: Duration = Duration::from_secs(600);

/// Starts the stage with the first scenario, and anew after one that failed.
#[derive(Debug)]
pub struct Shared {
    engine: Engine,
    runtime: Runtime,
    slot: Mutex<Slot>,
}

/// What the last scenario left.
#[derive(Debug)]
enum Slot {
    /// Nothing: start a browser.
    Empty,
    /// A browser to go on with.
    Ready(Box<Stage>),
    /// Starting failed; trying again would only take time.
    Broken(String),
}

impl Shared {
    /// Starts nothing yet.
    pub fn new(engine: Engine) -> Result<Arc<Self>> {
        Ok(Arc::new(Self {
            engine,
            runtime: Runtime::new()?,
            slot: Mutex::new(Slot::Empty),
        }))
    }

    /// `scenario` as a test named after the browser and it. A virtual machine
    /// can stand still for minutes, so it has a second try, which is said.
    pub fn trial(
        self: &Arc<Self>,
        name: &str,
        scenario: impl AsyncFn(&Stage) -> Result<()> + Send + 'static,
    ) -> Trial {
        let shared = self.clone();
        let name = format!("{}_{name}", self.engine.name());
        let described = name.clone();
        Trial::test(name, move || {
            // `{:#}`: the whole chain of causes on one line.
            let result = shared.run(&scenario).or_else(|error| {
                println!("{described}, once more in a new browser: {error:#}");
                shared.run(&scenario)
            });
            result.map_err(|error| Failed::from(format!("{error:#}")))
        })
    }

    fn run(&self, scenario: &impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
        // Poisoned by a scenario that panicked; what it left is not trusted.
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        self.runtime.block_on(async {
            let stage = match std::mem::replace(&mut *slot, Slot::Empty) {
                Slot::Ready(stage) => stage,
                Slot::Empty => match Stage::start(self.engine).await {
                    Ok(stage) => Box::new(stage),
                    Err(error) => {
                        *slot = Slot::Broken(format!("{error:#}"));
                        return Err(error);
                    }
                },
                Slot::Broken(reason) => {
                    *slot = Slot::Broken(reason.clone());
                    return Err(anyhow!(reason));
                }
            };
            let result = tokio::time::timeout(LIMIT, async {
                scenario(&stage).await?;
                stage.clear().await
            });
            result.await.context("took too long")??;
            *slot = Slot::Ready(stage);
            Ok(())
        })
    }

    /// Quits the browser.
    pub fn end(&self) {
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Slot::Ready(stage) = std::mem::replace(&mut *slot, Slot::Empty) {
            self.runtime.block_on(stage.browser.quit());
        }
    }
}
