import { Banner } from "./surface";
export const b = <Banner icon={<i />} actions={[<b key="1" />]}>Hi</Banner>;
