import { formatBytes } from "./surface";
const formatters = { bytes: formatBytes }; formatters.bytes(1); formatBytes(1).trim(); [1].map(formatBytes);
