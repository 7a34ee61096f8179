import { Alert } from "./surface";
export const view = <Alert kind="link" href="/" />;
