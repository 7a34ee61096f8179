import { Carousel } from "./surface";
export const a = <Carousel slides={[]} autoPlay={300} />;
