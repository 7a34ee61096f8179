import { Banner } from "./surface";
export const b = <Banner icon="!" actions={["ok", null]} />;
