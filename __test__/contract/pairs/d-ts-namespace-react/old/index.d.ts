import * as React from "react";
export interface CarouselProps extends React.HTMLAttributes<HTMLElement> { slides: readonly React.ReactNode[];  }
export declare const Carousel: React.ForwardRefExoticComponent<CarouselProps & React.RefAttributes<HTMLElement>>;
