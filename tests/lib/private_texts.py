# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes texts that hold something private, and texts that only look so, for scoring the check of private data.

All is made up from the tables below by a fixed seed: no number is anybody's but by chance, no sentence is a quotation.
The check digits are computed here, apart from those in src/drafting/, from the same public descriptions."""

import random
import string

SEED = 20261126

# The sheet that goes with the texts: what is known of the user. The booking is marked private, the case is not.
SHEET = {
    "company": {"name": "Swift Parcels", "handles": {"x": "@swiftparcels", "mastodon": "care@swiftparcels.example"},
                "email": "help@swiftparcels.example"},
    "me": {"name": "Mara Lindqvist", "email": "mara@lindqvist.example", "phone": "+46 70 174 06 05",
           "postcode": "EH8 9YL", "address": "7 Saltmarket Wynd, Edinburgh"},
    "what_happened": "The parcel has not moved.", "want": "Deliver it",
    "references": [{"kind": "case", "value": "C-4711", "private": False},
                   {"kind": "booking", "value": "QX7R2P", "private": True},
                   {"kind": "account", "value": "88-20417-3", "private": True}],
}

FIRST = "Ada Bruno Chiara Dieter Esra Farid Greta Hana Ivo Jana Kofi Lucía Milan Noor Oskar Priya Quentin Rosa Sven Tuuli Uma Viktor Wanda Xenia Yusuf Zoë".split()
LAST = "Abara Becker Castillo Dąbrowski Eriksen Fontaine Gruber Hakala Ibáñez Jovanović Kaur Lefèvre Moreau Nkemelu O'Dowd Pärn Quist Rossi Sørensen Tanaka Ueda Vargas Wójcik Yılmaz Zimmer".split()
TOWNS = "Leeds Harrogate Bristol Perth Cork Austin Dayton Boise".split()
HOSTS = "example.com example.org mail.example posteo.example web.example inbox.example.net uni.example.edu".split()

LEADS = ["", "Hi team, ", "Hello @swiftparcels ", "Third time I write. ", "Since 3 November nothing has moved. ",
         "I paid £129.99 on 04/11/2026 and wait. ", "Flight BA2490 was 3h 25min late. ", "Version 14.2.1 still crashes at 09:30. ",
         "Order 302-9981 came in 2 of 3 boxes. ", "Room 417, 2 nights, 5 people. ", "Meter reads 48213 kWh. ", "My case is C-4711. ", "Up 12% since 2024?! "]
TAILS = ["", ".", " - please help!", ", thanks.", ". It cost 1,249.00 EUR in total.", ". I wait since 8:15 am.", ". Case C-4711, 2nd request.",
         ". The train was the 17:42 from platform 9.", ". Error 0x80070057 again.", "\nThank you\n", ". 10 days, 3 calls, no answer."]

DIGIT_SETS = ["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "۰۱۲۳۴۵۶۷۸۹"]
INVISIBLE = ["\u200b", "\u200d", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u202a", "\u0007"]


def luhn(digits):
    for check in range(10):
        total = 0
        for place, digit in enumerate(reversed(digits + str(check))):
            value = int(digit) * (1 + place % 2)
            total += value - 9 if value > 9 else value
        if total % 10 == 0:
            return digits + str(check)


def number(rng, length, first="123456789"):
    return rng.choice(first) + "".join(rng.choice(string.digits) for _ in range(length - 1))


def group(digits, lengths, sign):
    parts, at = [], 0
    for length in lengths:
        parts.append(digits[at:at + length])
        at += length
    return sign.join(parts)


def card(rng):
    issuer, length = rng.choice([("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15), ("37", 15), ("36", 14),
                                 ("6011", 16), ("65", 16), ("3528", 16), ("6212", 16), ("6759", 16)])
    digits = luhn(issuer + number(rng, length - len(issuer) - 1, string.digits))
    lengths = {14: [4, 6, 4], 15: [4, 6, 5], 16: [4, 4, 4, 4]}[length]
    return group(digits, lengths, rng.choice(["", " ", "-", " ", ".", "\u00a0", "\u2009", "\u2011", "\n"]))


IBANS = {"DE": "n18", "GB": "AAAAn14", "FR": "n10n11n2", "ES": "n20", "IT": "An10n12", "PL": "n24", "NL": "AAAAn10", "FI": "n14", "BE": "n12", "AT": "n16",
         "SE": "n20", "NO": "n11", "CH": "n17", "PT": "n21", "IE": "AAAAn14", "CZ": "n20", "IL": "n19", "TR": "n22", "DK": "n14", "LT": "n16"}


def iban(rng):
    country, form = rng.choice(sorted(IBANS.items()))
    body = "".join(rng.choice("ABCDEFGHKLMNPRSTUW") for _ in range(form.count("A")))
    body += number(rng, sum(int(part) for part in form.replace("A", "").split("n") if part), string.digits)
    value = "".join(str(int(c, 36)) for c in body + country + "00")
    code = f"{country}{98 - int(value) % 97:02}{body}"
    sign = rng.choice(["", " ", " ", "-", "\u00a0", "\n"])
    text = sign.join(code[at:at + 4] for at in range(0, len(code), 4))
    return text.lower() if sign in ("", " ") and rng.random() < 0.2 else text


PHONES = ["+44 7### ######", "+44 20 7### ####", "07### ######", "07### ### ###", "0113 4## ####", "(020) 7### ####", "+1 (4##) 5##-####", "4##-5##-####", "(4##) 5##-####",
          "4##.5##.####", "1-8##-5##-####", "+1 4## 5## ####", "+49 170 #######", "0170/#######", "030 ########", "+49 (0)30 ######-##", "+33 6 ## ## ## ##", "06 ## ## ## ##",
          "01.4#.##.##.##", "+34 6## ### ###", "6## ## ## ##", "+48 6## ### ###", "5## ### ###", "+358 40 ### ####", "040 ### ####", "+62 812-####-####", "0812-####-####",
          "+972 54-###-####", "054-###-####", "+39 347 #######", "+31 6 ########", "06-########", "+46 70-### ## ##", "+61 4## ### ###", "04## ### ###", "+91 98### #####", "98### #####",
          "+81 90-####-####", "090-####-####", "+55 (11) 9####-####", "(11) 9####-####", "+353 8# ### ####", "+41 79 ### ## ##", "0041 79 ### ## ##", "+86 138 #### ####"]
PHONE_LEADS = ["call me on ", "my number is ", "reach me at ", "tel. ", "mobile: ", "text ", "you can ring ", "WhatsApp ", "Phone ", "it is ", "the driver had ", "Mein Handy: "]
BARE_PHONE_LEADS = ["call me on ", "my number is ", "tel ", "mobile: ", "phone: ", "text me on ", "WhatsApp ", "my phone number is ",
                    "Meine Nummer ist ", "mon numéro : ", "mi teléfono es ", "mój numer to ", "puhelinnumeroni ", "no hp ", "הטלפון שלי "]


def fill(rng, pattern):
    return "".join(rng.choice(string.digits) if c == "#" else c for c in pattern)


def weigh(digits, weights):
    return sum(int(d) * w for d, w in zip(digits, weights))


def birth(rng, order):
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(40, 99)
    return {"ymd": f"{year:02}{month:02}{day:02}", "dmy": f"{day:02}{month:02}{year:02}"}[order]


def retry(make):
    def call(rng):
        while True:
            value = make(rng)
            if value:
                return value
    return call


def pesel(rng):
    digits = birth(rng, "ymd") + number(rng, 4, string.digits)
    return digits + str(-weigh(digits, [1, 3, 7, 9] * 3) % 10)


def hetu(rng):
    digits, serial = birth(rng, "dmy"), f"{rng.randint(2, 899):03}"
    return digits + rng.choice("-A") + serial + "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(digits + serial) % 31]


def personnummer(rng):
    digits = luhn(birth(rng, "ymd") + number(rng, 3, string.digits))
    return rng.choice(["", "19"]) + digits[:6] + "-" + digits[6:]


def fodselsnummer(rng):
    digits = birth(rng, "dmy") + number(rng, 3, string.digits)
    for weights in ([3, 7, 6, 1, 8, 9, 4, 5, 2], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]):
        check = -weigh(digits, weights) % 11
        if check == 10:
            return None
        digits += str(check)
    return digits[:6] + rng.choice(["", " "]) + digits[6:]


def idnr(rng):
    pool = rng.sample(string.digits, 10)
    digits = pool[:9]
    digits.insert(rng.randint(1, 8), digits[rng.randint(0, 8)])
    if digits[0] == "0":
        return None
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    code = "".join(digits) + str((11 - product) % 10)
    return rng.choice([code, group(code, [2, 3, 3, 3], " ")])


def nir(rng):
    digits = rng.choice("12") + f"{rng.randint(30, 99)}{rng.randint(1, 12):02}{rng.randint(1, 95):02}" + number(rng, 6, string.digits)
    key = f"{97 - int(digits) % 97:02}"
    return rng.choice([digits + key, digits + " " + key, group(digits + key, [1, 2, 2, 2, 3, 3, 2], " ")])


def dni(rng):
    digits = number(rng, 8)
    return rng.choice([digits, digits + "-"]) + "TRWAGMYFPDXBNJZSQVHLCKE"[int(digits) % 23]


def nie(rng):
    letter, digits = rng.choice("XYZ"), number(rng, 7, string.digits)
    return letter + digits + "TRWAGMYFPDXBNJZSQVHLCKE"[int(str("XYZ".index(letter)) + digits) % 23]


def codice(rng):
    letters = "".join(rng.choice("BCDFGLMNPRSTVZ") for _ in range(6))
    body = letters + f"{rng.randint(40, 99)}" + rng.choice("ABCDEHLMPRST") + f"{rng.randint(1, 28):02}" + rng.choice("ABCDEFGHL") + number(rng, 3)
    odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
    total = 0
    for place, letter in enumerate(body):
        value = int(letter) if letter.isdigit() else ord(letter) - 65
        total += odd[value] if place % 2 == 0 else value
    return body + chr(65 + total % 26)


def cpf(rng):
    digits = number(rng, 9)
    for _ in range(2):
        rest = weigh(digits, range(len(digits) + 1, 1, -1)) % 11
        digits += "0" if rest < 2 else str(11 - rest)
    return rng.choice([digits, f"{digits[:3]}.{digits[3:6]}.{digits[6:9]}-{digits[9:]}"])


def ric(rng):
    digits = "110105" + f"19{rng.randint(50, 99)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}" + number(rng, 3, string.digits)
    return digits + "10X98765432"[weigh(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11]


def belgian(rng):
    digits = birth(rng, "ymd") + f"{rng.randint(1, 997):03}"
    check = f"{97 - int(digits) % 97:02}"
    return rng.choice([digits + check, f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:]}.{check}"])


def ahv(rng):
    digits = "756" + number(rng, 9, string.digits)
    code = digits + str(-weigh(digits, [1, 3] * 6) % 10)
    return rng.choice([code, group(code, [3, 4, 4, 2], ".")])


def tckn(rng):
    digits = number(rng, 9)
    tenth = (7 * sum(map(int, digits[::2])) - sum(map(int, digits[1::2]))) % 10
    return digits + str(tenth) + str((sum(map(int, digits)) + tenth) % 10)


def bsn(rng):
    digits = number(rng, 8)
    check = weigh(digits, range(9, 1, -1)) % 11
    return None if check == 10 else "tax number \t" + digits + str(check)


def nino(rng):
    code = rng.choice(["AB", "CE", "JG", "PW", "SR", "YZ"]) + number(rng, 6, string.digits) + rng.choice("ABCD")
    return rng.choice([code, f"{code[:2]} {code[2:4]} {code[4:6]} {code[6:8]} {code[8]}"])


def nhs(rng):
    digits = number(rng, 9)
    check = -weigh(digits, range(10, 1, -1)) % 11
    return None if check == 10 else "NHS number \t" + group(digits + str(check), [3, 3, 4], rng.choice(["", " "]))


def ssn(rng):
    return f"{rng.randint(1, 665):03}-{rng.randint(1, 99):02}-{rng.randint(1, 9999):04}"


def sin(rng):
    return group(luhn(number(rng, 8, "12345679")), [3, 3, 3], rng.choice(["-", " "]))


def routing(rng):
    digits = rng.choice(["02", "11", "12", "21", "26", "31"]) + number(rng, 6, string.digits)
    return rng.choice(["routing number ", "routing no. ", "ABA "]) + "\t" + digits + str(-weigh(digits, [3, 7, 1] * 3) % 10)


def rsa(rng):
    return luhn(birth(rng, "ymd") + number(rng, 4, string.digits) + "08")


PERSONS = [retry(make) for make in (pesel, hetu, personnummer, fodselsnummer, idnr, nir, dni, nie, codice, cpf, ric, belgian, ahv, tckn, bsn, nino, nhs, ssn, sin, rsa)]
PERSON_LEADS = ["my ID is ", "id: ", "here it is: ", "they want ", "I gave you ", "number ", "it says "]

POSTCODES_BRITISH = ["LS# #QT", "SW#A #AA", "M# #EE", "EH## #NG", "B## #TH", "N# #GU", "CF## #XR", "BT# #GJ", "W#T #JY", "SE## #PP"]


def postcode(rng):
    kind = rng.randrange(7)
    if kind < 3:
        code = "".join(rng.choice("123456789") if c == "#" else c for c in rng.choice(POSTCODES_BRITISH))
        return rng.choice(["I am at ", "deliver to ", "it is for ", "the area is ", "postcode "]), rng.choice([code, code, code.replace(" ", "")])
    if kind == 3:
        return rng.choice(["ZIP ", "zip code: ", "my zip code is "]), number(rng, 5)
    if kind == 4:
        return f"in {rng.choice(TOWNS)}, ", f"{rng.choice(['TX', 'OH', 'NY', 'CA', 'ID'])} {number(rng, 5)}"
    if kind == 5:
        return rng.choice(["live at ", "near ", "deliver to "]), "".join(rng.choice("123456789") if c == "#" else c for c in rng.choice(["K#A #B#", "M#V #L#", "V#X #Y#"]))
    return rng.choice(["postal code ", "post code: ", "postcode "]), rng.choice([number(rng, 5), f"{number(rng, 4)} KL", f"{number(rng, 2)}-{number(rng, 3, string.digits)}"])


STREETS = ["{n} {a} Street", "{n}{l} {a} Road", "{n} {a} {b} Avenue", "Flat {m}, {n} {a} Rd", "{n} {a} Lane", "{n} {a} Close", "{n} {a} St", "{n} {a} Drive", "{n} high street", "{n} {a} Court",
           "{a}straße {n}", "{a}str. {n}{l}", "Lange Straße {n}", "{a}weg {n}", "{a}platz {m}", "{n} rue de {a}", "{n}, avenue de la {a}", "{n} boulevard {a}", "Calle {a} {n}", "Calle de {a}, {n}", "C/ {a} {n}",
           "ul. {a} {n}", "ul. {a} {n}/{m}", "ul. {a} {n} m. {m}", "C/ {a} {n}, {m}º B", "{n} bd {a}", "{n} mill lane", "Karl-{a}-Allee {n}", "{n} {a} Gardens, Apt {m}", "{a}straße {n}, {m}. OG", "{a}katu {n}", "{a}tie {n}", "Jl. {a} No. {n}", "Jalan {a} {n}", "{a}straat {n}", "{a}gatan {n}", "רחוב הרצל {n}"]
STREET_NAMES = "Alder Birken Castle Dorn Elm Forge Garden Harbour Ivy Juniper Kastanien Linden Mill Nelken Oak Poplar Quarry Rosen Station Tannen Victoria Willow".split()


def street(rng):
    a, b = rng.sample(STREET_NAMES, 2)
    return rng.choice(STREETS).format(n=rng.randint(1, 240), m=rng.randint(1, 9), l=rng.choice("abc"), a=a, b=b)


def name(rng):
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


def mail(rng):
    user = rng.choice([f"{rng.choice(FIRST)}.{rng.choice(LAST)}", f"{rng.choice(LAST)}{rng.randint(1, 99)}", f"{rng.choice(FIRST)}_{rng.randint(1950, 2009)}",
                       f"{rng.choice(FIRST)[0]}-{rng.choice(LAST)}+post"])
    user = "".join(c for c in user if c.isascii() and c != "'").lower()
    return rng.choice([user, user, user.upper()]) + "@" + rng.choice(HOSTS)


AT_SIGNS = [(" at ", " dot "), (" (at) ", "."), ("[at]", "[dot]"), (" [at] ", " [dot] "), (" @ ", "."), (" AT ", " DOT "), (" arroba ", " punto "), (" arobase ", " point "), (" małpa ", " kropka "),
            (" at ", " punkt "), (" at ", " piste "), (" at ", " titik "), (" שטרודל ", " נקודה ")]
WELL_KNOWN_HOSTS = "gmail.com outlook.com web.de orange.fr hotmail.es wp.pl yahoo.co.uk walla.co.il".split()
LATIN_FIRST = [name for name in FIRST if name.isascii()]


def spelled_mail(rng):
    """An address that no machine should read."""
    at, dot = rng.choice(AT_SIGNS)
    name = rng.choice(LATIN_FIRST).lower() + rng.choice(["", ".low", f"{rng.randint(50, 99)}", "_k"])
    return name + at + rng.choice(WELL_KNOWN_HOSTS).replace(".", dot)


PLATES = [("number plate ", "AA## AAA"), ("my reg is ", "AA##AAA"), ("they towed ", "AA## AAA"), ("Kennzeichen ", "B-AA ####"), ("plaque ", "AA-###-AA"), ("immatriculée ", "AA-###-AA"), ("matrícula ", "#### BCD"),
          ("nr rejestracyjny ", "WA #####"), ("rekisterinumero ", "AAA-###"), ("nomor polisi ", "B #### AAA"), ("מספר רכב ", "###-##-###"), ("license plate ", "#AAA###")]


def device(rng):
    """(what leads to the number, the number) of a device, a vehicle or a connection"""
    kind = rng.randrange(6)
    if kind == 0:
        return rng.choice(["IMEI ", "my phone's IMEI is ", "IMEI: "]), rng.choice([luhn("35" + number(rng, 12)), group(luhn("35" + number(rng, 12)), [2, 6, 6, 1], "-")])
    if kind == 1:
        return rng.choice(["VIN ", "chassis number ", "Fahrgestellnummer "]), "WVWZZZ1JZ" + rng.choice("XYW") + "W" + number(rng, 6)
    if kind == 2:
        return rng.choice(["MAC address ", "the router ", "box "]), ":".join(f"{rng.randrange(256):02x}" for _ in range(6))
    if kind == 3:
        return rng.choice(["my IP is ", "login from ", "IP address: "]), f"{rng.randint(11, 223)}.{rng.randint(0, 255)}.{rng.randint(0, 255)}.{rng.randint(1, 254)}"
    lead, pattern = rng.choice(PLATES)
    return lead, "".join(rng.choice(string.digits) if c == "#" else rng.choice("BCDFGHJKLMNP") if c == "A" else c for c in pattern)


TOWNS_ABROAD = [("#####", "Berlin", "in "), ("#####", "Bad Homburg", "in "), ("#####", "Lyon", "à "), ("#####", "Sevilla", "en "), ("##-###", "Kraków", "w "), ("##-###", "Zielona Góra", "w "), ("#####", "Tampere", "alueella "),
                ("#### KL", "Amsterdam", "in ")]


def coded_town(rng):
    pattern, town, lead = rng.choice(TOWNS_ABROAD)
    return rng.choice([lead, "outage in ", "delivery to "]), "".join(rng.choice("123456789") if c == "#" else c for c in pattern) + " " + town


METERS = ["MPAN ", "MPRN ", "meter number ", "meter serial ", "supply number ", "Zählernummer ", "numéro de compteur ", "numer licznika ", "mittarinumero ", "nomor meter "]


def disguise(rng, value):
    """The ways in which a number gets written or pasted otherwise than its form has it."""
    kind = rng.random()
    if kind < 0.10:
        digits = rng.choice(DIGIT_SETS)
        return "".join(digits[int(c)] if c in string.digits else c for c in value)
    if kind < 0.25:
        sign = rng.choice(INVISIBLE)
        at = rng.sample(range(1, len(value)), min(3, len(value) - 1))
        return "".join(sign + c if place in at else c for place, c in enumerate(value))
    if kind < 0.30:
        return "\u202a" + value + "\u202c"
    return value


def plant(rng, kind):
    """(what leads to the value, the value or values, what stands between two)"""
    if kind == "phone":
        value = fill(rng, rng.choice(PHONES))
        if rng.random() < 0.2:
            return rng.choice(BARE_PHONE_LEADS), ["".join(c for c in value if c in string.digits)]
        return rng.choice(PHONE_LEADS), [disguise(rng, value)]
    if kind == "mail":
        return rng.choice(["mail me at ", "my e-mail is ", "write to ", "login: ", "", "<"]), [mail(rng)]
    if kind == "spelled mail":
        return rng.choice(["mail me at ", "my e-mail is ", "schreibt an ", "écrivez à ", "mi correo es ", "mój mail ", "sähköpostini ", "email saya ", "המייל שלי ", ""]), [spelled_mail(rng)]
    if kind == "device":
        lead, value = device(rng)
        return lead, [value]
    if kind == "town":
        lead, value = coded_town(rng)
        return lead, [value]
    if kind == "meter":
        return rng.choice(METERS), [rng.choice([number(rng, 13), group(number(rng, 13), [2, 4, 4, 3], " "), number(rng, 10), "E10BG" + number(rng, 5)])]
    if kind == "card":
        return rng.choice(["my card ", "card number ", "paid with ", "", "it was ", "(Visa) "]), [disguise(rng, card(rng))]
    if kind == "iban":
        return rng.choice(["IBAN ", "refund to ", "my account: ", "", "bank details "]), [disguise(rng, iban(rng))]
    if kind == "british account":
        code, account = group(number(rng, 6), [2, 2, 2], rng.choice(["-", "-", " "])), number(rng, 8)
        if " " in code or rng.random() < 0.5:
            return "sort code ", [code, account], rng.choice([" account number ", ", account ", " acc no "])
        return rng.choice(["refund ", "pay to ", "bank: "]), [code, account], rng.choice([" ", " / ", ", "])
    if kind == "routing":
        lead, value = routing(rng).split("\t")
        return lead, [disguise(rng, value)]
    if kind == "account":
        return rng.choice(["account number ", "account no. ", "my account is ", "customer number ", "account: ", "policy number ", "membership number: ", "Kontonummer ", "Kundennummer: ",
                            "numéro client ", "número de cuenta ", "nr konta ", "asiakasnumero ", "nomor rekening ", "מספר לקוח "]), \
            [disguise(rng, rng.choice([number(rng, rng.randint(7, 12)), group(number(rng, 9), [3, 3, 3], " "), group(number(rng, 8), [2, 4, 2], "-"), "AC" + number(rng, 8)]))]
    if kind == "person":
        lead, tab, value = rng.choice(PERSONS)(rng).rpartition("\t")
        return lead if tab else rng.choice(PERSON_LEADS), [disguise(rng, value)]
    if kind == "passport":
        return rng.choice(["passport ", "passport number ", "passport no. ", "my passport is ", "Reisepass ", "pasaporte "]), [rng.choice([number(rng, 9), "C" + number(rng, 8), "PA" + number(rng, 7), "L" + number(rng, 7) + "K"])]
    if kind == "licence":
        return rng.choice(["driving licence ", "driver's license ", "id card number "]), [rng.choice(["MORGA657054SM9IJ", "D" + number(rng, 7), number(rng, 9), "T220" + number(rng, 6) + "X"])]
    if kind == "postcode":
        lead, value = postcode(rng)
        return lead, [value]
    if kind == "address":
        return rng.choice(["I live at ", "deliver to ", "it went to ", "my address: ", "left at "]), [street(rng)]
    if kind == "name and address":
        return rng.choice(["my name is ", "My full name is ", "cardholder ", "Mein Name ist ", "je m'appelle "]), [name(rng), street(rng)], rng.choice([", ", ", I live at ", "\n"])
    if kind == "own":
        return rng.choice(["it is ", "see ", "for ", "under "]), [disguise(rng, rng.choice(["QX7R2P", "qx7r2p", "QX7-R2P", "882-0417-3", "88 20417 3", "Mara Lindqvist", "MARA LINDQVIST", "EH89YL",
                                                                                       "7 Saltmarket Wynd", "0701740605", "mara@lindqvist.example"]))]
    if kind == "birth":
        year = rng.randint(1940, 2005)
        date = rng.choice([f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.{year}", f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{year}", f"{year}-{rng.randint(10, 12)}-{rng.randint(10, 28)}",
                           f"{rng.randint(1, 28)} March {year}", f"{rng.randint(4, 28)}th August {year}"])
        return rng.choice(["born ", "date of birth ", "DOB: ", "born on ", "geboren am ", "née le ", "nacida el ", "data urodzenia ", "syntynyt ", "tanggal lahir "]), [date]
    return rng.choice([("password: ", ["Rosen" + number(rng, 3)]), ("my password is ", ["blau" + number(rng, 4)]), ("see https://", [f"ada:s3cret{rng.randint(1, 99)}"], "@example.com/"),
                       ("CVV ", [number(rng, 3)]), ("PIN is ", [number(rng, 4)]), ("https://example.com/reset?token=", [f"a{number(rng, 12)}f"]), ("security code: ", [number(rng, 3)])])


SHARES = [("phone", 75), ("mail", 25), ("spelled mail", 20), ("card", 45), ("iban", 40), ("british account", 25), ("routing", 10), ("account", 30), ("meter", 8), ("device", 25), ("town", 12), ("person", 60), ("passport", 15), ("licence", 8), ("postcode", 32),
          ("address", 40), ("name and address", 5), ("own", 10), ("birth", 8), ("secret", 7)]

CLEAN = ["Order {n6} never came", "order #{n10}, placed on {date}", "my order number is {n3}-{n7}-{n7}", "tracking {A2}{n9}GB says delivered", "tracking number {n12}", "parcel 1Z {n3} AA1 01 {n4} {n4}",
         "flight {A2}{n4} on {date} at {time}", "flight {A2} {n3} was cancelled, {A2} {n4} too", "train {n4} from platform {n1}, car {n2}, seat {n2}", "I paid {price} and got {price} back", "it costs 1,299,000.00 now",
         "from 12 500 to 18 000 kr", "10 000 000 EUR of profit", "version {n2}.{n1}.{n5}.{n3} crashes", "build {n5} of {date}", "error {n4}-{n5} on screen", "error 0x8007{n4}", "firmware 2.{n1}.110.{n1} and version 6.0.0.{n2}", "look at shop.example.com", "at {n1} dot done", "in {n3}00 Fällen", "Sitzplatz {n2}", "article 002.{n3}.{n2}", "reg. EU 2016/679",
         "mi número de caso es {n8}", "mon numéro de dossier est {n8}", "order {n8} ({date})",
         "ISBN 978-0-306-40615-7 arrived torn", "the barcode reads 4006381333931", "model WH-1000XM{n1}, firmware 2.{n1}.0", "serial number {A2}{n8}", "SKU {n8} is out of stock", "batch {n8}, best before {date}", "open 09:00-17:30, not 0900-1700",
         "closed {date} to {date}", "between 10-15 November 2026", "meter reading {n5} on {date}", "used {n3}.{n2} kWh in {n2} days", "it is 52.5200, 13.4050 on the map", "score 3-2, 45 000 watched", "the 2024-2026 contract",
         "call centre open 24/7 for {n2} days", "{n2}% off, code SAVE{n2}", "voucher code AB{n2}-CD{n2}-EF{n2}", "my card ending in {n4} was charged", "my account is locked since {date}", "my account was charged {price}", "account 2 is fine, 1 is not",
         "the pin is wrong", "I forgot my password again", "the password is wrong", "the passport office is slow", "sort it out on {date}", "the shop on the High Street was shut", "the bus on Oak Road is late by {n2} minutes", "20 minutes down the road",
         "2 way street, 3 lane road", "Route 66 and Highway 1", "write to help@swiftparcels.example", "thanks @ada@social.example", "@someone{n5} had it too", "#swift{n4} is trending", "see https://example.com/status/1{n10}{n8}",
         "https://example.com/a/{n8}?page={n2}", "UUID 0f8fad5b-d9cb-469f-a165-70867728950e", "commit 9c0346a and 47d1fcf", "case C-4711 is {n2} days old", "ticket {n7} was closed", "ticket no. {n4}-{n4}", "ref {n8}",
         "invoice {n4}/{n4} is wrong", "claim number {n10}", "complaint {n9} from {date}", "transaction id {n12}", "reservation for 4 at 19:30 on {date}", "seats 12A, 12B and 14C", "gate B{n2}, row {n2}", "size 42 2/3, width 10.5", "temperature 21.5 at 07:30:15",
         "on 2026-11-03 at 08.30.15", "I waited 1h 45min, then 25 min", "it is 12 of 15 boxes", "year 2019, 2020 and 2021", "born in the year of the company", "postcode lottery again", "room 1204 on floor 12", "bus 73, stop {n5}", "chapter 11, page {n3}",
         "the DE 5{n1} model", "vitamin C Serum 30", "Al Green {n2}", "Konto gesperrt seit {date}", "mon compte est bloqué depuis le {date}", "ur {date} delivery", "tan Boots {n3}", "during {n2} months", "Windows Mobile 10.0.{n5}.0 and {n1}.4.20.535", "SW version 5, HW version 3", "EU 261/2004 says so", "Reg. (EC) No 1371/2007", "under £{n2}.99 a month for 24 months", "a {n3} GB phone with 5G", "iPhone 15 and Galaxy S24", "Windows 10 22H2, KB50{n5}",
         "1080p at 60 fps, 4K later", "it took 3 attempts: {date}, {date}, {date}", "{n1}/{n1} stars", "queue position {n4}", "waiting number {n3}", "timetable 0915-1045 kept", "{n4} mAh, {n3} W", "lot {n6}, article {n3}.{n3}.{n2}",
         "confirmation number {n8}", "my Bahncard discount of 25", "4 x 250 g and 2 x 1,5 l", "Rechnung Nr. {n4}-{n3} vom {date}", "Bestellung {n9} fehlt", "order L{n2}DN never came", "order number M{n2}EE is late", "model E{n2}TX is out of stock", "commande n° {n8} du {date}", "pedido {n8} sin llegar", "zamówienie nr {n8}",
         "tilaus {n8} puuttuu", "pesanan {n8} belum datang", "seit 3 Wochen, 14 Tagen und 5 Stunden", "le 12/11/2026 à 14h30", "הזמנה {n8} לא הגיעה", "注文番号 {n8} はまだです"]


def fill_clean(rng, template):
    def date():
        return rng.choice([f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.2026", f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/26", f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}", f"{rng.randint(1, 28)} Nov 2026"])
    while "{" in template:
        before, rest = template.split("{", 1)
        key, after = rest.split("}", 1)
        if key[0] == "n":
            value = number(rng, int(key[1:]))
        elif key[0] == "A":
            value = "".join(rng.choice("BDHJKLRSVX") for _ in range(int(key[1:])))
        else:
            value = {"date": date(), "time": f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", "price": rng.choice(["£{:.2f}", "{:.2f} EUR", "${:,.2f}", "{:.0f} kr"]).format(rng.uniform(5, 4000))}[key]
        template = before + value + after
    return template


def make_private(rng):
    for kind, count in SHARES:
        for _ in range(count):
            lead, values, *between = plant(rng, kind)
            text = rng.choice(LEADS) + lead + (between[0] if between else " ").join(values)
            if kind == "secret" and between:
                text += between[0]
            yield {"kind": kind, "text": text + rng.choice(TAILS), "values": values}


def make_clean(rng, count):
    for place in range(count):
        first = CLEAN[place % len(CLEAN)]
        others = [rng.choice(CLEAN) for _ in range(rng.randint(0, 2))]
        yield {"kind": "clean", "text": rng.choice(["", "Hi, ", "@swiftparcels "]) + rng.choice([". ", ", ", "\n"]).join(fill_clean(rng, one) for one in [first, *others]) + rng.choice(TAILS), "values": []}


def make(seed=SEED):
    """500 texts with something private, and 500 without."""
    rng = random.Random(seed)
    private = list(make_private(rng))
    return private, list(make_clean(rng, len(private)))
