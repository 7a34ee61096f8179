import { createRef } from "react"; import { Carousel, type CarouselProps } from "./surface";
const p: CarouselProps = { slides: [1, "a", <b key="c" />] }; export const a = <Carousel {...p} ref={createRef<HTMLElement>()} id="x" />;
