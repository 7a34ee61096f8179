import { use } from "./surface";
use((context) => context.path.trim());
