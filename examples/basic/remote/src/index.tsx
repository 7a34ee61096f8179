// The remote on its own, for working on it without a host.
import("./standalone");
