import { Empty, Loading, Row } from "./surface";
export const v = <Row left={<Loading />} right={<Empty />} />;
