/**
 * Loaded into every process that the launcher starts: when the launcher is killed, the channel to
 * it closes and the process ends itself, so that nothing keeps the ports.
 */
if (process.channel) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 5_000).unref();
  });
  process.channel.unref();
}
