import { createContext, useContext } from "solid-js";

/** The portal's own facts, for whatever stands below the frame. */
export const SiteContext = createContext();
export const useSite = () => useContext(SiteContext);
