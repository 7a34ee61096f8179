export function usage() {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000 };
}
