import react from "@vitejs/plugin-react";

import { settings } from "../shared/vite.js";

export default settings("react", react());
