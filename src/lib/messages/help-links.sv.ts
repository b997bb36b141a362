/** Links to the help where questions arise, by the topic that they lead to. */
export const helpLinks = {
	lock: 'Varför är avsnittet låst?',
	offline: 'Hur blir ett bidrag sent?',
	'small-groups': 'Mer om fynd och små grupper',
	'four-eyes': 'Mer om beslut och fyra ögon',
	publish: 'Mer om utgåvor och rättelser'
};
