import { useRef } from "react";
import { Link } from "./surface";
export function A() { const r = useRef<HTMLAnchorElement>(null); return <Link ref={r} key="a" href="/x" external onClick={(e) => e.currentTarget.blur()}>x</Link>; }
