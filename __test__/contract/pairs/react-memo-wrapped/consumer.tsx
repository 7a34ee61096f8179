import { Row } from "./surface";
export const view = <Row text="a" />;
