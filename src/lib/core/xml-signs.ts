/** What XML 1.0 cannot hold, even escaped: controls but for tab and line ends, and two that are no signs. */
export const NOT_XML = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu;
