//! A chromedriver or geckodriver process on a free port, killed when dropped.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(20);

/// A running WebDriver server.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts `program` (or what `variable` names) with `--port` and `args`,
    /// its log in `log`. `install` says how to get it when it is missing.
    pub fn start(program: &Program, args: &[&str], log: &Path) -> Result<Self> {
        // Free now, taken a moment later: the race is harmless, START notices.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let file = std::fs::File::create(log)?;
        let path = program.find()?;
        let child = Command::new(&path)
            .arg(format!("--port={port}"))
            .args(args)
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("cannot start {}", path.display()))?;
        let mut driver = Self { child, port };
        driver.wait_until_listening(program.name)?;
        Ok(driver)
    }

    /// Where WebDriver commands go.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_until_listening(&mut self, name: &str) -> Result<()> {
        let addr = SocketAddr::from(([127, 0, 0, 1], self.port));
        let start = Instant::now();
        loop {
            match TcpStream::connect_timeout(&addr, Duration::from_secs(1)) {
                Ok(_) => return Ok(()),
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => {}
                Err(error) => return Err(error.into()),
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("{name} ended at once: {status}");
            }
            if start.elapsed() > START {
                bail!("{name} did not listen within {START:?}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Only fails when it has ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A program that the tests need.
#[derive(Debug)]
pub struct Program {
    /// What it is called in messages.
    pub name: &'static str,
    /// Environment variable that may name its path.
    pub variable: &'static str,
    /// File names to look for in `PATH`, best first.
    pub files: &'static [&'static str],
    /// What to run to get it.
    pub install: &'static str,
}

impl Program {
    /// Its path, or an error that says what to install.
    pub fn find(&self) -> Result<PathBuf> {
        if let Some(path) = std::env::var_os(self.variable) {
            return Ok(path.into());
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        let dirs: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let mut places = self
            .files
            .iter()
            .flat_map(|file| dirs.iter().map(move |dir| dir.join(file)));
        places.find(|place| place.is_file()).with_context(|| {
            format!(
                "{} is missing: run `{}` (or set {} to its path)",
                self.name, self.install, self.variable
            )
        })
    }
}
