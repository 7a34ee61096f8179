import { apiClient } from "../../../shared/api-client.ts";

const client = apiClient("catalog");

/** Says where the API of catalog is, and how to get a token for it. */
export const configure = client.configure;

/** What the generated client calls. */
export const catalogFetch = <Answer>(path: string, init: RequestInit): Promise<Answer> => client.request(path, init);
