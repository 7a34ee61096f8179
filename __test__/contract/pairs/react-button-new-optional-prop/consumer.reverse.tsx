import { Button } from "./surface";
export const view = <Button loading>Save</Button>;
