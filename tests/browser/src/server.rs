//! The web that a test browser sees: a proxy on 127.0.0.1 which answers for
//! every host itself, by `http` and `https`, and remembers each request.
//!
//! A proxy rather than mapped host names: addresses keep their own port,
//! nothing leaves this machine, and a request that nobody expected is counted
//! like any other.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use http::{Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// What one address answers.
#[derive(Debug, Clone)]
pub struct Page {
    headers: Vec<(String, String)>,
    body: Bytes,
    delay: Duration,
}

impl Page {
    /// An answer of this media type.
    pub fn new(media_type: &str, body: impl Into<Bytes>) -> Self {
        Self {
            headers: vec![("content-type".into(), media_type.into())],
            body: body.into(),
            delay: Duration::ZERO,
        }
    }

    /// An HTML page.
    pub fn html(body: impl Into<Bytes>) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// With one more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Answered only after this time.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

/// Pages by address, and every address asked for.
#[derive(Debug, Default)]
struct Web {
    pages: Mutex<HashMap<String, Page>>,
    asked: Mutex<Vec<String>>,
}

/// The running proxy; stops when dropped.
#[derive(Debug)]
pub struct Server {
    addr: SocketAddr,
    web: Arc<Web>,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Listens on a free port of 127.0.0.1.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let addr = listener.local_addr()?;
        let web = Arc::new(Web::default());
        let accepting = tokio::spawn(accept(listener, web.clone()));
        Ok(Self {
            addr,
            web,
            accepting,
        })
    }

    /// Where the browser's proxy setting must point.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// From now on `url` (without fragment) answers with `page`, whatever the
    /// query unless `url` itself has one.
    pub fn put(&self, url: &str, page: Page) {
        lock(&self.web.pages).insert(url.to_owned(), page);
    }

    /// Every address asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.web.asked).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, web: Arc<Web>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let web = web.clone();
        let answer = service_fn(move |request| proxy(request, web.clone()));
        let connection = hyper::server::conn::http1::Builder::new()
            .serve_connection(TokioIo::new(stream), answer)
            .with_upgrades();
        // A browser may drop a connection whenever it likes.
        tokio::spawn(async { connection.await.ok() });
    }
}

/// Answers a plain request at once; opens a `CONNECT` tunnel to ourselves.
async fn proxy(request: Request<Incoming>, web: Arc<Web>) -> Result<Response<Full<Bytes>>> {
    if request.method() != Method::CONNECT {
        return web.answer(&request.uri().to_string()).await;
    }
    let host = request.uri().host().context("no host")?.to_owned();
    tokio::spawn(async move {
        if tunnel(request, &host, web.clone()).await.is_err() {
            // A tunnel that never carried HTTP is still a wish to reach a host.
            lock(&web.asked).push(format!("connect://{host}"));
        }
    });
    Ok(Response::new(Full::default()))
}

async fn tunnel(request: Request<Incoming>, host: &str, web: Arc<Web>) -> Result<()> {
    let upgraded = hyper::upgrade::on(request).await?;
    let stream = TlsAcceptor::from(Arc::new(tls(host)?))
        .accept(TokioIo::new(upgraded))
        .await?;
    let host = host.to_owned();
    let answer = service_fn(move |request: Request<Incoming>| {
        let (url, web) = (format!("https://{host}{}", request.uri()), web.clone());
        async move { web.answer(&url).await }
    });
    let connection =
        hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
    connection.await.ok();
    Ok(())
}

/// A certificate for `host`, signed by nobody.
fn tls(host: &str) -> Result<ServerConfig> {
    let made = rcgen::generate_simple_self_signed([host.to_owned()])?;
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    Ok(ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?)
}

impl Web {
    async fn answer(&self, url: &str) -> Result<Response<Full<Bytes>>> {
        lock(&self.asked).push(url.to_owned());
        let page = {
            let pages = lock(&self.pages);
            let bare = url.split_once('?').map_or(url, |(bare, _)| bare);
            pages.get(url).or_else(|| pages.get(bare)).cloned()
        };
        let Some(page) = page else {
            let mut missing = Response::new(Full::default());
            *missing.status_mut() = StatusCode::NOT_FOUND;
            return Ok(missing);
        };
        tokio::time::sleep(page.delay).await;
        let mut response = Response::builder();
        for (name, value) in page.headers {
            response = response.header(name, value);
        }
        Ok(response.body(Full::new(page.body))?)
    }
}

/// A poisoned lock only means that another test failed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
