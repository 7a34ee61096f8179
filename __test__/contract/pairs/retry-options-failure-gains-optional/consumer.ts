import { retry } from "./surface";
retry({ retries: 1, onFailedAttempt: (error) => void error.retriesLeft });
