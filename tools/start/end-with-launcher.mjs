// Loaded into the service by the launcher: a launcher that was killed must not leave the service on its port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
