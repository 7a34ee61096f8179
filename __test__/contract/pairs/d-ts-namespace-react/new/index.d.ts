import * as React from "react";
export interface CarouselProps extends React.HTMLAttributes<HTMLElement> { slides: readonly React.ReactNode[]; autoPlay?: boolean | number; }
export declare const Carousel: React.ForwardRefExoticComponent<CarouselProps & React.RefAttributes<HTMLElement>>;
