export type PostgresSettings = Record<string, string | number>;

/**
 * For one machine that runs the service as well. What makes an acknowledgement mean "on disk" (fsync,
 * synchronous_commit, full_page_writes) keeps PostgreSQL's default, which is on.
 */
const defaults: PostgresSettings = {
  max_connections: 100,
  shared_buffers: "192MB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  effective_cache_size: "1GB",
  max_wal_size: "2GB",
  min_wal_size: "256MB",
  checkpoint_completion_target: 0.9,
  wal_compression: "pglz",
  random_page_cost: 1.1,
  // The tally rows are updated without end: keep their dead versions few.
  autovacuum_naptime: "15s",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
  // A client that vanished must not keep the edition's row locked.
  tcp_keepalives_idle: 30,
  tcp_keepalives_interval: 10,
  tcp_keepalives_count: 3,
  // After a crash the disk is asked once to write all it holds, instead of for each of a thousand files.
  ...(process.platform === "linux" && { recovery_init_sync_method: "syncfs" }),
};

/** As command-line flags, which win over the file in the data directory. */
export function settingFlags(port: number, overrides: PostgresSettings = {}): string[] {
  const all: PostgresSettings = {
    ...defaults,
    ...overrides,
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
