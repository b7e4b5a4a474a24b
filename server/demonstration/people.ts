/** Names of people in a country: any first name goes with any surname. */
export interface People {
  first: readonly string[];
  last: readonly string[];
}

const list = (text: string): string[] => text.split(',').map((name) => name.trim());

/** By country code. Where surnames have a gender, only those of one kind are here. */
export const PEOPLE: Readonly<Record<string, People>> = {
  UA: {
    first: list(`Олена, Наталія, Ірина, Оксана, Марія, Юлія, Тетяна, Ганна, Софія, Соломія, Андрій,
      Олександр, Сергій, Дмитро, Тарас, Богдан, Ігор, Михайло, Єгор, Остап`),
    last: list(`Шевченко, Коваленко, Бондаренко, Ткаченко, Кравченко, Олійник, Поліщук, Ковальчук,
      Гнатюк, Савчук, Марченко, Мельник, Гончар, Іщенко, Їжак, Єременко, Щербань, Дзюба, Стець,
      Нечуй-Левченко`),
  },
  PL: {
    first:
      list(`Anna, Agnieszka, Małgorzata, Zofia, Łucja, Joanna, Katarzyna, Michał, Paweł, Łukasz,
      Tomasz, Grzegorz, Wojciech, Rafał, Jędrzej`),
    last: list(`Nowak, Wójcik, Mazur, Kaczmarek, Zając, Wróbel, Dudek, Pająk, Wieczorek, Jabłoń,
      Stępień, Gołąb, Szymczak, Kołodziej, Sikora`),
  },
  DE: {
    first:
      list(`Sabine, Jürgen, Katrin, Björn, Käthe, Stefan, Anke, Thomas, Ute, Günter, Lena, Jörg,
      Martina, Sören, Franziska`),
    last: list(`Müller, Schäfer, Köhler, Groß, Weiß, Lindner, Brandt, Vogel, Krüger, Böhm, Hahn,
      Schubert, Jäger, von der Heide, Schwarz`),
  },
  FR: {
    first:
      list(`Élodie, Hélène, François, Jérôme, Anaïs, Chloé, Benoît, Mathieu, Zoé, Gaël, Aurélie,
      Loïc, Sébastien, Marie-Claire`),
    last: list(`Lefèvre, Garnier, Béranger, Chevalier, Rousseau, Guérin, Marchand, Noël, Perrot,
      Fontaine, Lacroix, Dubœuf, d’Aubigny`),
  },
  GB: {
    first: list(
      'Emma, Oliver, Charlotte, Harry, Siobhán, Callum, Imogen, Rhys, Fiona, Gareth, Priya',
    ),
    last: list(
      'Hughes, Clarke, Bennett, MacLeod, O’Neill, Patel, Whitfield, Ashworth, Price, Reid',
    ),
  },
  US: {
    first: list('Ashley, Brandon, Megan, Tyler, Maria, José, Kimberly, Jason, Renée, Darnell, Wei'),
    last: list('Johnson, Ramirez, Carter, Nguyen, Brooks, Sullivan, Chen, Peterson, Núñez, Foster'),
  },
  ES: {
    first: list('Lucía, Íñigo, Begoña, Andrés, Sofía, Álvaro, María José, Núria, Joaquín, Óscar'),
    last: list('García Muñoz, Ibáñez, Núñez Peña, Castaño, Gutiérrez, Yáñez, Márquez, Sáenz Ortiz'),
  },
  IT: {
    first: list('Giulia, Niccolò, Chiara, Matteo, Francesca, Daniele, Elisa, Pietro, Ginevra'),
    last: list('Colombo, Ricci, Esposito, Dell’Acqua, Bianchi, Moretti, Fabbri, De Santis'),
  },
  LT: {
    first: list('Jonas, Mantas, Tomas, Žygimantas, Rokas, Šarūnas, Paulius, Ąžuolas'),
    last: list('Kazlauskas, Petrauskas, Žukauskas, Butkus, Šimkus, Vaičiūnas, Jankūnas'),
  },
  GR: {
    first: list('Γιώργος, Νίκος, Δημήτρης, Κώστας, Παναγιώτης, Στέλιος, Χρήστος'),
    last: list('Παπαδόπουλος, Γεωργίου, Οικονόμου, Βασιλείου, Αντωνίου, Δημητρίου'),
  },
  GE: {
    first: list('ნინო, გიორგი, თამარ, ლევან, ანა, დავით, ეკატერინე, ირაკლი'),
    last: list('ბერიძე, კაპანაძე, გელაშვილი, მაისურაძე, ლომიძე, წიკლაური'),
  },
  KZ: {
    first: list('Айгүл, Нұрлан, Әлия, Ербол, Гүлнәр, Қайрат, Дәурен'),
    last: list('Сейтқали, Оспан, Әбілқайыр, Жұмабек, Нұрпейіс, Төлеген'),
  },
};
