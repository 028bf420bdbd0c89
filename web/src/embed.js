// @ts-check
// The script of partners' pages: defines <investchn-zone>, and gives the portal's frames their height. The contract is docs/embedding.md.

import "./embed/fit.js";
import { NAME } from "./embed/contract.js";
import { Zone } from "./embed/element.js";

// Of two versions on a page the first one stays. Both show the same contract's elements.
if (!customElements.get(NAME)) customElements.define(NAME, Zone);
