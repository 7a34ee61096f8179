import { Button } from "./surface";
export const view = <Button label="ok" size="large" />;
