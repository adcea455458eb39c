"""One manual, to be written in every format: its parts, and questions with a word of the place that answers each."""

TITLE = "Handbook of the Tern Island Field Station"

PARTS: tuple[tuple[str, object], ...] = (
    ("h1", "Arrival"),
    ("p", "The supply boat Marigold leaves the mainland pier every Tuesday at seven in the morning. The crossing takes"
     " about ninety minutes in calm weather. Each visitor may bring two bags of at most fifteen kilograms."),
    ("p", "Bookings are made with the quartermaster, Ilse Brandt, at least ten days ahead. A cancelled booking is"
     " refunded in full until three days before departure."),
    ("h2", "On the landing stage"),
    ("p", "Boots are scrubbed in the yellow trough before anybody leaves the landing stage, since seeds of foreign"
     " weeds cling to the soles. The warden checks every zip and pocket with a brush."),
    ("items", ("Show your permit to the warden.", "Write your name into the blue ledger.",
               "Collect a radio and two spare batteries.", "Walk along the boardwalk to the main hut.")),
    ("h1", "Living at the station"),
    ("h2", "Electricity"),
    ("p", "Twelve solar panels on the south roof charge the lead batteries in the cellar. When the voltage falls below"
     " 23.5 volts, the diesel generator starts by itself and runs for two hours."),
    ("p", "Hair dryers, kettles and electric heaters are forbidden, because each of them draws more than the inverter"
     " can give. The inverter is rated at 1,800 watts."),
    ("h2", "Water"),
    ("p", "Rain from the roof is collected in three cisterns that hold 4,000 litres each. Drinking water runs through a"
     " ceramic filter, which is replaced on the first of every month."),
    ("p", "Showers are limited to three minutes a day."
     " In a drought, declared by the warden, there is only sea bathing."),
    ("h2", "Kitchen duty"),
    ("p", "Everybody cooks once a week in pairs. Supper is served at half past six, and the cooks of the day wash no"
     " dishes. Leftovers go into the red compost barrel behind the shed."),
    ("h2", "Prices"),
    ("p", "All prices are for one person."),
    ("table", (("Item", "Price", "Unit"), ("Bunk in the dormitory", "18 crowns", "night"),
               ("Private cabin", "46 crowns", "night"), ("Laundry", "5 crowns", "load"),
               ("Satellite call", "2 crowns", "minute"), ("Kayak rental", "30 crowns", "day"))),
    ("h1", "Field work"),
    ("h2", "Counting terns"),
    ("p", "Nests are counted from the wooden hide between the tenth of May and the end of June. Nobody stays in the"
     " hide for longer than forty minutes, so that the adult birds return to their eggs."),
    ("p", "Chicks are ringed on the left leg with an aluminium ring. A ring that was lost is reported on form K-7."),
    ("h2", "Weather readings"),
    ("p", "The barometer, the rain gauge and both thermometers are read at six, noon and eighteen o'clock. Readings go"
     " into the weather log in pencil, as ink runs when it gets wet."),
    ("h2", "Using the drone"),
    ("p", "Only pilots with a licence of class A2 may fly the survey drone. It stays above sixty metres while birds are"
     " breeding, and never flies in wind of more than eight metres per second."),
    ("items", ("Charge both drone batteries to full.", "Unfold the arms and check the propellers for cracks.",
               "Calibrate the compass away from iron.", "Announce the flight on channel nine.")),
    ("h1", "Safety"),
    ("h2", "Fire"),
    ("p", "The assembly point is the flagpole west of the boathouse. Extinguishers hang beside the stove, in the"
     " generator room and at the head of the stairs."),
    ("h2", "Medical care"),
    ("p", "The first aid chest stands under the stairs, and its key hangs in the radio room. Antibiotics are given out"
     " only after a call with Doctor Okafor on the mainland."),
    ("p", "In an emergency the coast guard sends a helicopter, which can land on the gravel bar at low tide."),
    ("h2", "Radio"),
    ("p", "The station listens on channel twelve day and night. Groups in the field report every two hours; a group"
     " that misses two reports is searched for at once."),
    ("h1", "Departure"),
    ("p", "Cabins are swept and the mattresses aired on the morning of departure. The radio is handed back with both"
     " batteries, and a lost radio costs 120 crowns."),
    ("p", "Samples leave the island only with a green export label, signed by the warden. Feathers and eggshells may"
     " not be taken home as souvenirs."),
)  # fmt: skip

QUESTIONS: tuple[tuple[str, str], ...] = (
    ("When does the supply boat leave?", "Tuesday"),
    ("How long does the crossing take?", "ninety minutes"),
    ("How many bags may a visitor bring?", "two bags"),
    ("Who takes bookings?", "Ilse Brandt"),
    ("Until when is a cancelled booking refunded?", "three days before"),
    ("Where are boots scrubbed?", "yellow trough"),
    ("What does the warden check with a brush?", "zip and pocket"),
    ("What do I write my name into?", "blue ledger"),
    ("How many spare batteries do I collect with the radio?", "two spare"),
    ("How many solar panels are there?", "Twelve solar"),
    ("When does the diesel generator start?", "23.5 volts"),
    ("Are hair dryers forbidden?", "Hair dryers"),
    ("What is the inverter rated at?", "1,800 watts"),
    ("How much do the cisterns hold?", "4,000 litres"),
    ("When is the ceramic filter replaced?", "first of every month"),
    ("How long may a shower be?", "three minutes"),
    ("Who declares a drought?", "declared by the warden"),
    ("When is supper served?", "half past six"),
    ("Where do leftovers go?", "red compost barrel"),
    ("What does a bunk in the dormitory cost?", "18 crowns"),
    ("What is the price of a private cabin?", "46 crowns"),
    ("What does laundry cost?", "5 crowns"),
    ("How much is a satellite call?", "2 crowns"),
    ("How much is kayak rental for a day?", "30 crowns"),
    ("From where are nests counted?", "wooden hide"),
    ("How long may one stay in the hide?", "forty minutes"),
    ("On which leg are chicks ringed?", "left leg"),
    ("Which form reports a lost ring?", "form K-7"),
    ("When is the barometer read?", "noon and eighteen"),
    ("Why are readings written in pencil?", "ink runs"),
    ("Which licence does a drone pilot need?", "class A2"),
    ("How high must the drone stay while birds are breeding?", "sixty metres"),
    ("On which channel is a flight announced?", "channel nine"),
    ("Where is the compass calibrated?", "away from iron"),
    ("Where is the assembly point in a fire?", "flagpole"),
    ("Where does the key of the first aid chest hang?", "radio room"),
    ("Who must be called before antibiotics are given out?", "Okafor"),
    ("Where can the helicopter land?", "gravel bar"),
    ("How often do groups in the field report?", "every two hours"),
    ("What does a lost radio cost?", "120 crowns"),
)
