import { Button } from "./surface";
export const a = <Button type="submit" variant="primary">Send</Button>;
