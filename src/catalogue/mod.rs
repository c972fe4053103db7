//! What Ringfence knows: brands, remote tools, banks and phrases. One TOML
//! file each, checked and compiled into tables by `build.rs`.
