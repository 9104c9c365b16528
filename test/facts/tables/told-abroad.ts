import type { Row } from './row.ts';

/** Told in other languages, refuted by who checked, told of another, or said a sentence later. */
export const toldAbroad: readonly Row[] = [
  // State of the subscription.
  ["Il cluster va. L'abbonamento Azure è attivo da sempre.", { subscriptionState: 'active' }],
  ['La sottoscrizione è stata sospesa il 3 novembre per una fattura non pagata.', { subscriptionState: 'suspended' }],
  ['La nostra sottoscrizione è stata cancellata il 10 ottobre', { subscriptionState: 'deleted' }],
  ['La sottoscrizione non è sospesa, è attiva', { subscriptionState: 'active' }],
  ["L'abonnement a été supprimé par erreur le 2 octobre 2026", { subscriptionState: 'deleted' }],
  ['Notre abonnement Azure, quant à lui, est toujours actif.', { subscriptionState: 'active' }],
  ["L'abonnement est suspendu depuis le 5 novembre (facture impayée)", { subscriptionState: 'suspended' }],
  [
    "L'abonnement avait été suspendu le 1er octobre, il a été réactivé le 8 octobre",
    { subscriptionState: 'reinstated' },
  ],
  ['El clúster va bien y la suscripción está activa, la miré hoy', { subscriptionState: 'active' }],
  ['La suscripción quedó suspendida el 4 de noviembre', { subscriptionState: 'suspended' }],
  ['Alguien eliminó la suscripción el 6 de noviembre', { subscriptionState: 'deleted' }],
  [
    'La suscripción fue reactivada el 12 de noviembre, estuvo suspendida desde el 2',
    { subscriptionState: 'reinstated' },
  ],
  ['Het abonnement is gewoon actief hoor', { subscriptionState: 'active' }],
  ['De subscription is op 9 november per ongeluk verwijderd', { subscriptionState: 'deleted' }],
  ['De subscription is geblokkeerd sinds 1 november', { subscriptionState: 'suspended' }],
  ['De subscription was een week opgeschort en is weer actief', { subscriptionState: 'reinstated' }],
  ['Die Subscription wurde am 2. November gelöscht', { subscriptionState: 'deleted' }],
  ['Das Abo ist aktiv, die Rechnung bezahlt', { subscriptionState: 'active' }],
  [
    'Two people told me the subscription was suspended. I looked it up just now: it is active.',
    { subscriptionState: 'active' },
  ],
  ['He thinks our subscription is disabled. Not so: the portal shows it as active.', { subscriptionState: 'active' }],
  ['Ein Kollege meinte, das Abo sei gelöscht. Ich habe nachgesehen: es ist aktiv.', { subscriptionState: 'active' }],
  ['Quelqu’un disait que l’abonnement était suspendu. J’ai vérifié : il est actif.', { subscriptionState: 'active' }],
  [
    'The subscription was suspended on 3 November. I checked today: still suspended.',
    { subscriptionState: 'suspended' },
  ],
  ['Subscription: active. A deleted one that shows up in the list is of our interns.', { subscriptionState: 'active' }],
  [
    'Our subscription is active. Microsoft once suspended a subscription of our sister firm Litware, in another tenant.',
    { subscriptionState: 'active' },
  ],
  [
    'In 2023 they disabled a subscription of our subsidiary; ours has been active all the time',
    { subscriptionState: 'active' },
  ],
  ['The students have a subscription that was suspended in May. Ours is active.', { subscriptionState: 'active' }],
  [
    'Our subscription was disabled three weeks ago for 5 days and is active again',
    { subscriptionState: 'reinstated', subscriptionStateDays: 5 },
  ],
  [
    'sub got suspended on 2 November for 4 days, since then it is active again',
    { subscriptionState: 'reinstated', subscriptionStateDays: 4 },
  ],
  ['the subscription was suspended for 6 days last month and is active again', { subscriptionStateDays: 6 }],
  ['our sub is suspended since 12 days', { subscriptionState: 'suspended', subscriptionStateDays: 12 }],
  // Labels.
  ['Abbiamo messo un’etichetta nostra (reparto=magazzino) sui nodi', { metadataChange: 'added-own' }],
  ['Abbiamo modificato le etichette di sistema dei nodi', { metadataChange: 'changed-system' }],
  ['Le etichette dei nodi non sono state toccate.', { metadataChange: 'none' }],
  ['Nessuno ha cambiato le etichette dei nodi', { metadataChange: 'none' }],
  ['Hemos añadido la etiqueta turno=noche a los nodos', { metadataChange: 'added-own' }],
  ['No tocamos ninguna etiqueta de los nodos', { metadataChange: 'none' }],
  ['Borramos las etiquetas de AKS de los nodos', { metadataChange: 'changed-system' }],
  ['We hebben eigen labels aan de nodes toegevoegd (ploeg=b)', { metadataChange: 'added-own' }],
  ['Niemand heeft de labels op de nodes gewijzigd', { metadataChange: 'none' }],
  ['Aan de labels is niets veranderd', { metadataChange: 'none' }],
  ['Nous avons ajouté nos propres étiquettes sur les nœuds', { metadataChange: 'added-own' }],
  ['Personne n’a modifié ni les machines virtuelles ni les étiquettes', { metadataChange: 'none' }],
  ['Wir haben ein eigenes Label (schicht=3) auf die Knoten gesetzt', { metadataChange: 'added-own' }],
  ['Niemand hat an den VMs oder den Labels etwas geändert', { metadataChange: 'none' }],
  [
    'We added two labels of our own (floor=2, rack=b) in spring, the rest is as delivered',
    { metadataChange: 'added-own' },
  ],
  ['We added a label of our own to the nginx pods', { metadataChange: null }],
  // Changes of nodes, and on whose word.
  [
    'Unser Integrator hat den Worker-VMs im Hyper-V-Manager mehr Arbeitsspeicher gegeben. Microsoft war nicht informiert.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Ein Dienstleister (nicht Microsoft) hat per SSH ein Paket auf allen Knoten installiert',
    { nodeChange: [{ via: 'ssh', what: 'package', directedByMicrosoft: false }] },
  ],
  [
    'On Monday Ingrid attached a second NIC to moc-l4kd02 in Failover Cluster Manager. No ticket, no order from Microsoft.',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic', directedByMicrosoft: false }] },
  ],
  [
    'Rashid raised the memory of the worker VMs in Hyper-V Manager, without any request by Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  ['De node-image hebben we vervangen door onze eigen VHD', { nodeChange: [{ what: 'base-image' }] }],
  [
    'Het geheugen van de worker-VM’s is in Hyper-V Manager verhoogd naar 32 GB, zonder opdracht van Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Abbiamo aggiunto una seconda scheda di rete alle VM dei nodi in Hyper-V Manager, di nostra iniziativa',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic', directedByMicrosoft: false }] },
  ],
  [
    'Il collega ha aumentato la memoria delle VM dei worker da Hyper-V',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'Hemos cambiado la memoria de las VM de los nodos en el Administrador de Hyper-V, por decisión propia',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Un prestataire a ajouté une carte réseau aux VM des nœuds dans Hyper-V, sans instruction de Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic', directedByMicrosoft: false }] },
  ],
  ['Nessuno ha toccato le VM dei nodi', { nodeChange: null }],
  ['Niemand heeft de VM’s aangeraakt', { nodeChange: null }],
  ['Volevamo aumentare la memoria delle VM in Hyper-V, ma non lo abbiamo fatto', { nodeChange: null }],
  ['Kunnen we het geheugen van de VM’s in Hyper-V verhogen?', { nodeChange: null }],
  [
    'Your support engineer said we may read the settings but must not change them. We then set the vCPUs to 8 in Hyper-V Manager ourselves, against that.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'A forum told us to raise the vCPUs of the nodes with Set-VMProcessor. We did not follow this.',
    { nodeChange: null },
  ],
  [
    'The consultant told us to set a VLAN on the node VMs in Hyper-V Manager. We ignored that advice.',
    { nodeChange: null },
  ],
  [
    'Support told us to run Set-VMMemory on the worker VMs. We followed this.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  // Whose fault, whose sample, which stage.
  ['Die Ursache liegt bei uns: wir haben selbst das falsche Gateway eingetragen', { rootCause: 'customer' }],
  ['Der Fehler lag bei uns, die Firewall-Regel hatten wir selbst gelöscht', { rootCause: 'customer' }],
  ['La cause est de notre côté : nous avons saisi le mauvais CIDR', { rootCause: 'customer' }],
  ["C'est notre faute, le pare-feu bloquait", { rootCause: 'customer' }],
  ['La causa es nuestra: configuramos mal el DNS', { rootCause: 'customer' }],
  ['El error fue nuestro, borramos la ruta', { rootCause: 'customer' }],
  ['La causa è nostra: abbiamo inserito il gateway sbagliato', { rootCause: 'customer' }],
  ['De oorzaak ligt bij ons: we hebben zelf de verkeerde DNS ingevuld', { rootCause: 'customer' }],
  ['Die Ursache liegt vermutlich bei uns', { rootCause: null }],
  ['Die Ursache liegt nicht bei uns', { rootCause: null }],
  ['La causa no es nuestra', { rootCause: null }],
  ['La cause ne vient pas de chez nous', { rootCause: null }],
  ['Notre erreur : ImagePullBackOff', { rootCause: null }],
  ['Das Problem liegt bei uns seit Montag vor', { rootCause: null }],
  ['Wir sind dem Tutorial auf Microsoft Learn Schritt für Schritt gefolgt', { fromMicrosoftDocs: true }],
  ['Nous avons suivi à la lettre le tutoriel de Microsoft Learn', { fromMicrosoftDocs: true }],
  ['Seguimos paso a paso la guía de Microsoft', { fromMicrosoftDocs: true }],
  ['Abbiamo seguito alla lettera il tutorial di Microsoft Learn', { fromMicrosoftDocs: true }],
  ['We hebben de handleiding van Microsoft Learn stap voor stap gevolgd', { fromMicrosoftDocs: true }],
  ['No seguimos ningún tutorial de Microsoft', { fromMicrosoftDocs: false }],
  [
    'It is listed on the learn page as supported and we turned it on as the page describes',
    { fromMicrosoftDocs: true },
  ],
  ['That is no sample of yours, we wrote it', { fromMicrosoftDocs: false }],
  ['The YAML is not taken from one of your samples', { fromMicrosoftDocs: false }],
  ['It went GA in May; when we began with it in 2024 it was a preview', { featureStage: 'ga' }],
  ['It is generally available now, last year it was still preview', { featureStage: 'ga' }],
  [
    'The page marks it as public preview, open to anyone, no invitation and no NDA',
    { featureStage: 'ms-public-preview' },
  ],
  ['A beta feature we had in the lab was removed long ago', { featureStage: null }],
  ['An alpha feature gate we tried once in the test lab is no longer there', { featureStage: null }],
  ['Das Feature ist seit März allgemein verfügbar, 2025 hatten wir es noch als Vorschau', { featureStage: 'ga' }],
  // Health, minor, distance.
  ['Every node and every component is reported healthy', { systemHealthy: true }],
  ['All components report healthy', { systemHealthy: true }],
  ['Der ganze Cluster ist kaputt, zwei von drei Control-Plane-Knoten sind tot', { systemHealthy: false }],
  ['Das System ist nicht mehr gesund', { systemHealthy: false }],
  ['Tout le système est cassé', { systemHealthy: false }],
  ['Das System ist außerdem kaputt', { systemHealthy: false }],
  ['Todo el sistema está roto', { systemHealthy: false }],
  ['Das System ist gesund, nur eine App ist kaputt', { systemHealthy: true }],
  ["At the upgrade the server answers 'version has been removed'", { k8sMinorStatus: 'removed' }],
  ['the server tells us the version was removed', { k8sMinorStatus: 'removed' }],
  ['Server meldet: Version 1.27 wurde entfernt', { k8sMinorStatus: 'removed' }],
  ['The old version label was removed from the server rack', { k8sMinorStatus: null }],
  ['Unser AKS-Release hat drei Versionen Rückstand', { aksReleasesBehind: 3 }],
  ['AKS hybrid: zwei Releases im Rückstand', { aksReleasesBehind: 2 }],
  ['AKS-HCI a trois versions de retard', { aksReleasesBehind: 3 }],
  ['AKS hybrid lleva dos versiones de retraso', { aksReleasesBehind: 2 }],
  ['logstash was placed in kube-system by our platform group', { workloadInKubeSystem: true }],
  ['our own agent got installed into kube-system by the security people of ours', { workloadInKubeSystem: true }],
  ['metrics-server was put into kube-system by the product itself', { workloadInKubeSystem: null }],
  // Outputs.
  [
    `KubernetesVersion     : v1.29.4
PackageVersion        : v1.29.4-kvapkg.0
NodePools             : {np1}
Name                  : molen-west

KubernetesVersion     : v1.28.9
PackageVersion        : v1.28.9-kvapkg.0
NodePools             : {np1}
Name                  : molen-oost

Betroffen ist ausschließlich molen-oost, molen-west geht.`,
    { k8sVersion: '1.28.9', clusterName: 'molen-oost' },
  ],
  [
    `{"osSku": "CBLMariner", "osType": "Linux", "ready": true, "patchVersions": {"1.31.8": {}, "1.31.9": {"readiness": [{"ready": true}]}}}`,
    { k8sVersion: null },
  ],
  [
    `{"osSku": "AzureLinux3", "osType": "Linux", "ready": true, "patchVersions": {"1.31.8": {}, "1.31.9": {}}}`,
    { k8sVersion: null },
  ],
  ['Get-AksHciVersion 1.2.0.11006 (before the update: 1.0.22.10605)', { aksRelease: '1.2.0.11006' }],
  ['Get-AksHciVersion: 1.2.0.11008, previously 1.0.23.10605', { aksRelease: '1.2.0.11008' }],
  [
    `{"connectivityStatus":"Connected","distribution":"aks_workload","kubernetesVersion":"1.32.9","lastConnectivityTime":"2026-11-18T13:05:41.310000+00:00","name":"aks-brest-01"}

and aks-brest-02, which has no problem: "kubernetesVersion":"1.29.2"`,
    { k8sVersion: '1.32.9' },
  ],
  // The same in other words, and the questions beside them.
  ['Buongiorno, il cluster è acceso, la sottoscrizione risulta attiva nel portale.', { subscriptionState: 'active' }],
  [
    'La sottoscrizione è stata disattivata a ottobre per mancato pagamento, ora è di nuovo attiva',
    { subscriptionState: 'reinstated' },
  ],
  ['Hanno eliminato la sottoscrizione il 7 novembre', { subscriptionState: 'deleted' }],
  [
    'L’abonnement a été désactivé le 20 octobre et réactivé le 26 octobre',
    { subscriptionState: 'reinstated', subscriptionStateDays: 6 },
  ],
  ['Abonnement OK, actif', { subscriptionState: 'active' }],
  ["L'abonnement n'est pas suspendu, il est actif", { subscriptionState: 'active' }],
  ['Suscripción: activa', { subscriptionState: 'active' }],
  ['La suscripción no está suspendida', { subscriptionState: 'active' }],
  [
    'Nos suspendieron la suscripción el 1 de noviembre de 2026',
    { subscriptionState: 'suspended', subscriptionStateSince: '2026-11-01' },
  ],
  ['De Azure-subscription staat op actief', { subscriptionState: 'active' }],
  ['De subscription is niet verwijderd, hij is actief', { subscriptionState: 'active' }],
  ['Onze subscription is sinds 3 november 2026 uitgeschakeld', { subscriptionState: 'suspended' }],
  ['Unsere Subscription läuft normal, sie ist aktiv', { subscriptionState: 'active' }],
  ['Die Subscription war vom 1. bis 9. Oktober gesperrt, ist aber wieder aktiv', { subscriptionState: 'reinstated' }],
  [
    'My boss believes the subscription has been deleted. That is nonsense, it is active.',
    { subscriptionState: 'active' },
  ],
  [
    "The provider says our sub is disabled. We checked with the portal: it's really disabled, since 4 November.",
    { subscriptionState: 'suspended' },
  ],
  ['Microsoft said that our subscription was suspended on 5 November', { subscriptionState: 'suspended' }],
  ['Someone told me the subscription was deleted. I have not checked.', { subscriptionState: 'deleted' }],
  ["Subscription of the apprentices' lab: deleted. Ours: active.", { subscriptionState: 'active' }],
  [
    'The parent company had a subscription suspended in 2025, another tenant. Our one is active',
    { subscriptionState: 'active' },
  ],
  [
    'A subscription of ours was suspended on 2 November, it is the one with the cluster',
    { subscriptionState: 'suspended' },
  ],
  [
    'the subscription got disabled 20 days ago for 2 days because of a credit card and came back',
    { subscriptionState: 'reinstated', subscriptionStateDays: 2 },
  ],
  ['subscription blocked since 40 days', { subscriptionState: 'suspended', subscriptionStateDays: 40 }],
  ['Was passiert, wenn das Abo gelöscht wird?', { subscriptionState: null }],
  ['Cosa succede se la sottoscrizione viene sospesa?', { subscriptionState: null }],
  ['¿Qué pasa si la suscripción se elimina?', { subscriptionState: null }],
  ['Il pod è attivo ma la sottoscrizione Kafka è sospesa', { subscriptionState: null }],
  ['Non abbiamo toccato né le VM né le etichette', { metadataChange: 'none', nodeChange: null }],
  ['Le etichette di sistema sono state rimosse dai nodi', { metadataChange: 'changed-system' }],
  ['Hemos cambiado las etiquetas del sistema de los nodos', { metadataChange: 'changed-system' }],
  ['Las etiquetas están como venían', { metadataChange: 'none' }],
  ['Onze eigen labels (team=kade) staan op de nodes, die van AKS zijn ongewijzigd', { metadataChange: 'added-own' }],
  ["Les étiquettes d'AKS ont été supprimées des nœuds", { metadataChange: 'changed-system' }],
  ["Aucune étiquette n'a été modifiée", { metadataChange: 'none' }],
  ['Wir haben die Labels nicht angefasst', { metadataChange: 'none' }],
  ['Wir haben zwei eigene Labels gesetzt, sonst nichts', { metadataChange: 'added-own' }],
  ['wollen wir eigene Labels setzen, dürfen wir?', { metadataChange: null }],
  ['Possiamo aggiungere etichette ai nodi?', { metadataChange: null }],
  ['We set one tag of our own, cost=88, on every node', { metadataChange: 'added-own' }],
  ['the tag of the image was changed by us to v2', { metadataChange: null }],
  [
    'Unser RZ-Team hat im Hyper-V-Manager die vCPUs der Knoten verdoppelt, ohne Rücksprache mit Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Der Microsoft-Support hat uns im Ticket 2611030040001234 angewiesen, den Speicher der VM im Hyper-V-Manager zu erhöhen, das haben wir getan.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  [
    'L’équipe infra a changé le VLAN des VM worker dans Hyper-V Manager, Microsoft n’était pas au courant',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network', directedByMicrosoft: false }] },
  ],
  ['Nous avons remplacé l’image des nœuds par notre propre VHD', { nodeChange: [{ what: 'base-image' }] }],
  [
    'El equipo de virtualización agregó un disco a las VM de los nodos desde Hyper-V, sin orden de Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  ['Hemos instalado un antivirus en los nodos por SSH', { nodeChange: [{ via: 'ssh', what: 'package' }] }],
  [
    'Abbiamo installato un agente di backup sui nodi via SSH, Microsoft non ne sapeva nulla',
    { nodeChange: [{ via: 'ssh', what: 'package', directedByMicrosoft: false }] },
  ],
  ["Il fornitore ha sostituito l'immagine dei nodi con una propria", { nodeChange: [{ what: 'base-image' }] }],
  [
    'Onze leverancier heeft via SSH een agent op alle nodes geïnstalleerd',
    { nodeChange: [{ via: 'ssh', what: 'package' }] },
  ],
  [
    'Iemand heeft in Hyper-V Manager een extra netwerkkaart aan de worker-VM’s toegevoegd',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic' }] },
  ],
  ['Wir haben in Hyper-V nichts geändert', { nodeChange: null }],
  ["Nous n'avons rien modifié dans Hyper-V", { nodeChange: null }],
  ['No hemos cambiado nada en Hyper-V', { nodeChange: null }],
  ['Non abbiamo cambiato nulla in Hyper-V', { nodeChange: null }],
  ['We hebben in Hyper-V niets gewijzigd', { nodeChange: null }],
  ['¿Podemos cambiar la memoria de las VM en Hyper-V?', { nodeChange: null }],
  ['Possiamo aumentare la memoria delle VM in Hyper-V?', { nodeChange: null }],
  ['Mogen we de VM’s meer geheugen geven in Hyper-V Manager?', { nodeChange: null }],
  [
    'Agnieszka mounted an ISO on moc-l2hx9r in Hyper-V Manager on her own',
    { nodeChange: [{ via: 'hyperv-api', directedByMicrosoft: false }] },
  ],
  [
    'Microsoft support told us not to touch the VMs. We set the vCPU count to 12 in Hyper-V Manager all the same.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Support told us to set StartupBytes to 32 GB, so we set StartupBytes to 32 GB',
    { nodeChange: [{ what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  ['We were advised to add a NIC to the worker VMs in Hyper-V. Nobody did that.', { nodeChange: null }],
  [
    'Your engineer asked us to raise the memory of the worker VMs in Hyper-V. We did so yesterday.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  [
    'Gestern wurde der Speicher der Worker-VMs auf Anweisung von Microsoft im Hyper-V-Manager erhöht',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  ['Grund gefunden: wir selbst haben den Proxy falsch konfiguriert', { rootCause: 'customer' }],
  ["L'erreur vient de chez nous, mauvaise passerelle", { rootCause: 'customer' }],
  ['Fue culpa nuestra: alguien borró la regla del cortafuegos', { rootCause: 'customer' }],
  ['È stato un nostro errore, il gateway era sbagliato', { rootCause: 'customer' }],
  ['Het was onze eigen fout, de proxy stond verkeerd', { rootCause: 'customer' }],
  ['Der Fehler tritt nur bei uns auf', { rootCause: null }],
  ['¿Es culpa nuestra?', { rootCause: null }],
  ['Microsoft bestätigt: das ist ein Fehler im Produkt', { rootCause: 'microsoft' }],
  ['Nach der Anleitung auf Microsoft Learn eingerichtet, ohne eigene Änderungen', { fromMicrosoftDocs: true }],
  ['J’ai suivi le guide de démarrage de Microsoft tel quel', { fromMicrosoftDocs: true }],
  ['He copiado el ejemplo de Microsoft Learn sin cambios', { fromMicrosoftDocs: true }],
  ['Ho seguito la guida di Microsoft passo per passo', { fromMicrosoftDocs: true }],
  ['Ik heb het voorbeeld van Microsoft Learn letterlijk overgenomen', { fromMicrosoftDocs: true }],
  ['Nothing of it is from a Microsoft sample, all our own YAML', { fromMicrosoftDocs: false }],
  ['The learn page lists it as supported and we did it just as the article shows', { fromMicrosoftDocs: true }],
  ['La función está en vista previa pública', { featureStage: 'ms-public-preview' }],
  ['La fonctionnalité est en préversion publique', { featureStage: 'ms-public-preview' }],
  ['La funzionalità è in anteprima pubblica', { featureStage: 'ms-public-preview' }],
  ['De functie is in openbare preview', { featureStage: 'ms-public-preview' }],
  ['Die Funktion ist laut Learn noch in der öffentlichen Vorschau', { featureStage: 'ms-public-preview' }],
  ['Since April it is GA. In the beginning we used it in private preview.', { featureStage: 'ga' }],
  ['The feature was a preview until June, since then generally available', { featureStage: 'ga' }],
  ['It is in preview now, GA is announced for 2027', { featureStage: 'ms-public-preview' }],
  ['Everything is healthy according to the portal', { systemHealthy: true }],
  ['Tous les composants sont sains', { systemHealthy: true }],
  ['Todos los componentes están sanos', { systemHealthy: true }],
  ['Tutti i componenti sono integri, il cluster è sano', { systemHealthy: true }],
  ['Alle Komponenten sind gesund', { systemHealthy: true }],
  ['Alle componenten zijn gezond', { systemHealthy: true }],
  ['Il cluster è rotto, due control plane su tre sono morti', { systemHealthy: false }],
  ['Het hele cluster is kapot', { systemHealthy: false }],
  ["Le cluster n'est plus sain", { systemHealthy: false }],
  ['Unser Release ist zwei Versionen hinter dem aktuellen', { aksReleasesBehind: 2 }],
  ['AKS hybrid loopt vier versies achter', { aksReleasesBehind: 4 }],
  ['the upgrade fails: server replies that version 1.28 has been removed', { k8sMinorStatus: 'removed' }],
  ['Beim Upgrade sagt der Server, die Version sei entfernt worden', { k8sMinorStatus: 'removed' }],
  ['Vector was deployed to kube-system by one of our contractors', { workloadInKubeSystem: true }],
  ['Unser Monitoring-Team hat den Agent in kube-system installiert', { workloadInKubeSystem: true }],
  ["L'agent a été installé dans kube-system par notre équipe", { workloadInKubeSystem: true }],
  ['Nuestro equipo instaló el agente en kube-system', { workloadInKubeSystem: true }],
  ['Il nostro team ha messo fluent-bit in kube-system', { workloadInKubeSystem: true }],
  ['Ons team heeft de log-agent in kube-system gezet', { workloadInKubeSystem: true }],
  ['kube-proxy in kube-system was installed by the product', { workloadInKubeSystem: null }],
  // What only looks like it.
  ['The installer created the VMs in Hyper-V, we double check their memory every week', { nodeChange: null }],
  ['Niemand weiß, wer die Labels gesetzt hat', { metadataChange: null }],
  ['It used to be preview, the preview label was removed in June, it is GA', { featureStage: 'ga' }],
  ['It is in public preview until generally available in 2027', { featureStage: 'ms-public-preview' }],
  ['We had a preview of the product, it is long uninstalled', { featureStage: null }],
  ['The beta feature is on; another alpha thing was removed last year', { featureStage: null }],
  ['we use the alpha feature gate X since May', { featureStage: 'alpha' }],
  ['A colleague said we run Kubernetes 1.33.5 and the subscription is active', { subscriptionState: 'active' }],
  [
    'The subscription was deleted, a colleague said. I checked, and it is deleted since 3 November.',
    { subscriptionState: 'deleted' },
  ],
  [
    'They told us in May that our subscription was suspended. It is active again since June.',
    { subscriptionState: 'reinstated' },
  ],
  [
    'Finance told us the sub was suspended on 2 November for 3 days. I checked: it is active again.',
    { subscriptionState: 'reinstated' },
  ],
  ['El dueño de la suscripción está de vacaciones, la suscripción está activa', { subscriptionState: 'active' }],
  ['La factura está pagada y la suscripción sigue activa', { subscriptionState: 'active' }],
  ['Abonnement: verlopen op 1 november 2026', { subscriptionState: 'suspended' }],
  ['Sottoscrizione attiva, Arc connesso', { subscriptionState: 'active' }],
  ['Il nodo è attivo', { subscriptionState: null }],
  ['Het node is actief', { subscriptionState: null }],
  ['subscription of a customer was deleted, not our business', { subscriptionState: null }],
  ['Our subscription was disabled twice: in May for a day, and since 4 November', { subscriptionState: 'suspended' }],
  ['sub suspended 10 days ago for 2 days, active since', { subscriptionState: 'reinstated' }],
  ['our sub has been suspended for 12 days now', { subscriptionState: 'suspended', subscriptionStateDays: 12 }],
  ['Der Cluster ist über Hyper-V installiert, die Knoten sind Linux', { nodeChange: null }],
  ['Le cluster est installé sur Hyper-V, les VM ont 16 Go de mémoire', { nodeChange: null }],
  ['El clúster está instalado sobre Hyper-V con 4 VM', { nodeChange: null }],
  ['Il cluster gira su VM Hyper-V, mai modificate', { nodeChange: null }],
  ['De VM’s draaien op Hyper-V en zijn nooit gewijzigd', { nodeChange: null }],
  ['Die VMs laufen unter Hyper-V, wir haben nie etwas daran verändert', { nodeChange: null }],
  ['Wir haben per SSH nur Logs gelesen, nichts installiert', { nodeChange: null }],
  ['Per SSH abbiamo solo letto i log, senza modificare nulla', { nodeChange: null }],
  ['Por SSH solo miramos los registros', { nodeChange: null }],
  ['Der Partner hat auf den Hosts Treiber installiert, nicht auf den Knoten-VMs', { nodeChange: null }],
  [
    'Ein Kollege hat die VLAN-ID der Worker-VMs im Hyper-V-Manager von 20 auf 30 geändert, ohne Ticket',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  [
    'Microsoft support (case 2611050040004321) had us lower the memory of the worker VMs in Hyper-V; no own idea',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  [
    'Le support Microsoft nous a demandé d’augmenter la mémoire des VM dans Hyper-V, nous l’avons fait',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  [
    'El soporte de Microsoft nos pidió aumentar la memoria de las VM en Hyper-V y lo hicimos',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  [
    'Il supporto Microsoft ci ha chiesto di aumentare la memoria delle VM in Hyper-V e lo abbiamo fatto',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  [
    'Microsoft support heeft ons gevraagd het geheugen van de VM’s in Hyper-V te verhogen, dat is gedaan',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  [
    'the ticket says nothing about Microsoft; Priya moved moc-lx82 to VLAN 40 in Hyper-V Manager, no approval by Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network', directedByMicrosoft: false }] },
  ],
  ['Somebody recommended Set-VMMemory for the workers. We have not done that.', { nodeChange: null }],
  [
    'All control plane VMs got new disks in SCVMM by Tomasz, nobody at Microsoft knew',
    { nodeChange: [{ via: 'iaas-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  ['The cause is not on our side', { rootCause: null }],
  ['Schuld war vermutlich unser Proxy', { rootCause: null }],
  ['Wir haben die Ursache selbst nicht gefunden', { rootCause: null }],
  ['La causa es nuestro proveedor', { rootCause: null }],
  ['La cause vient de notre fournisseur', { rootCause: null }],
  ['Wir haben die Anleitung von Microsoft nicht befolgt', { fromMicrosoftDocs: false }],
  ['Nous n’avons pas suivi le guide de Microsoft', { fromMicrosoftDocs: false }],
  ['Laut der Doku von Microsoft ist das nicht unterstützt', { fromMicrosoftDocs: null }],
  ['A blog post, not from Microsoft, told how to do it', { fromMicrosoftDocs: false }],
  ['It is your sample, deployed as is', { fromMicrosoftDocs: true }],
  ['We followed your sample', { fromMicrosoftDocs: true }],
  ['Der Server wurde entfernt, die Version 1.31 bleibt', { k8sMinorStatus: null }],
  ['the API server says the flag was removed in 1.31', { k8sMinorStatus: null }],
  ['kubectl says the server version is 1.31, the label was removed', { k8sMinorStatus: null }],
  ['Server antwortet: die Version 1.26 ist nicht mehr verfügbar und wurde entfernt', { k8sMinorStatus: 'removed' }],
  ['Unser Helm-Chart hat vier Versionen Rückstand', { aksReleasesBehind: null }],
  ['kubectl hat zwei Versionen Rückstand', { aksReleasesBehind: null }],
  ['Das AKS-Release ist auf dem neuesten Stand, kein Rückstand', { aksReleasesBehind: 0 }],
  ['coredns in kube-system was not put there by us', { workloadInKubeSystem: null }],
  ['our app is not in kube-system', { workloadInKubeSystem: false }],
  ['wir haben nichts in kube-system installiert', { workloadInKubeSystem: false }],
  ['Das System ist stabil, nur eine Komponente ist nicht gesund', { systemHealthy: null }],
  ['Der Ingress-Cluster-Issuer ist kaputt', { systemHealthy: null }],
  ['El pod está roto', { systemHealthy: null }],
  ['All components were healthy until Monday', { systemHealthy: null }],
  ['are all components healthy?', { systemHealthy: null }],
  [
    `Name: dijk-1
KubernetesVersion : v1.30.4
NodePools : {a}

Name: dijk-2
KubernetesVersion : v1.31.9
NodePools : {a}

Het gaat om dijk-2.`,
    { k8sVersion: '1.31.9' },
  ],
  [
    `Name                  : silo-1
KubernetesVersion     : v1.30.4
PackageVersion        : v1.30.4-kvapkg.0

Name                  : silo-2
KubernetesVersion     : v1.31.9
PackageVersion        : v1.31.9-kvapkg.0

silo-1 est le cluster concerné, silo-2 marche bien`,
    { k8sVersion: '1.30.4' },
  ],
  [
    `Name                  : silo-1
KubernetesVersion     : v1.30.4
PackageVersion        : v1.30.4-kvapkg.0

Name                  : silo-2
KubernetesVersion     : v1.31.9
PackageVersion        : v1.31.9-kvapkg.0

Beide sind betroffen.`,
    { k8sVersion: null },
  ],
  [
    `Name                  : silo-1
KubernetesVersion     : v1.30.4
PackageVersion        : v1.30.4-kvapkg.0

Name                  : silo-2
KubernetesVersion     : v1.31.9
PackageVersion        : v1.31.9-kvapkg.0

El afectado es silo-2, silo-1 funciona sin problemas`,
    { k8sVersion: '1.31.9' },
  ],
  ['aks-oslo-01: {"kubernetesVersion":"1.32.9","provisioningState":"Succeeded"}', { k8sVersion: '1.32.9' }],
  ['release 1.2.0.11008, was 1.0.23.10605 before the weekend', { aksRelease: '1.2.0.11008' }],
  ['1.0.23.10605 before, 1.2.0.11008 now', { aksRelease: '1.2.0.11008' }],
  ['1.2.0.11008 (vorher 1.0.23.10605)', { aksRelease: '1.2.0.11008' }],
  // Named doers, one of ours beside one of others, advice that was left.
  ['Abo-Status: aktiv', { subscriptionState: 'active' }],
  ['Wir dachten, die Subscription wäre gesperrt, ist sie aber nicht, sie ist aktiv', { subscriptionState: 'active' }],
  ["Le portail affiche l'abonnement comme actif", { subscriptionState: 'active' }],
  ['El portal muestra la suscripción como activa', { subscriptionState: 'active' }],
  ['Il portale mostra la sottoscrizione come attiva', { subscriptionState: 'active' }],
  ['Het portaal toont de subscription als actief', { subscriptionState: 'active' }],
  [
    "L'abonnement est resté suspendu du 1er au 9 octobre 2026, il est de nouveau actif",
    { subscriptionState: 'reinstated', subscriptionStateDays: 8 },
  ],
  ['La sottoscrizione è rimasta sospesa per 4 giorni, ora è di nuovo attiva', { subscriptionState: 'reinstated' }],
  [
    'Das Abo war vor drei Wochen für 4 Tage gesperrt und ist wieder aktiv',
    { subscriptionState: 'reinstated', subscriptionStateDays: 4 },
  ],
  ['Die Tochterfirma hat ein gesperrtes Abo, unseres ist aktiv', { subscriptionState: 'active' }],
  ['Le client voisin a un abonnement suspendu, le nôtre est actif', { subscriptionState: 'active' }],
  [
    'Another tenant has a deleted subscription, that is not where the cluster is. Ours is active.',
    { subscriptionState: 'active' },
  ],
  [
    'I was told by purchasing that the subscription had been cancelled; I verified it in the portal: it is active',
    { subscriptionState: 'active' },
  ],
  ['We feared the subscription was deleted; it is not, it is active', { subscriptionState: 'active' }],
  [
    'Sven hat moc-lk22 im Hyper-V-Manager eine zweite Platte angehängt, kein Ticket, keine Anweisung von Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    "Chiara ha spostato le VM dei nodi su un'altra VLAN da Hyper-V Manager",
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  ['Pablo quitó una tarjeta de red de los workers en Hyper-V', { nodeChange: [{ via: 'hyperv-api', what: 'nic' }] }],
  [
    'Joost heeft de VLAN van de worker-VM’s in Hyper-V Manager op 30 gezet',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  [
    'Camille a retiré un disque d’une VM de nœud dans Hyper-V',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'Die Knoten laufen seit Juni auf unserem eigenen gehärteten Image statt dem von Microsoft',
    { nodeChange: [{ what: 'base-image' }] },
  ],
  ['Los nodos arrancan desde una imagen propia endurecida', { nodeChange: [{ what: 'base-image' }] }],
  ['I nodi girano su una nostra immagine VHD', { nodeChange: [{ what: 'base-image' }] }],
  ['Les nœuds tournent sur notre propre image durcie', { nodeChange: [{ what: 'base-image' }] }],
  ['Per daemonset abbiamo impostato vm.max_map_count sui nodi', { nodeChange: [{ via: 'daemonset', what: 'sysctl' }] }],
  [
    'Con un DaemonSet cambiamos sysctl fs.inotify en todos los nodos',
    { nodeChange: [{ via: 'daemonset', what: 'sysctl' }] },
  ],
  ['Via SSH hebben we /etc/resolv.conf op de nodes aangepast', { nodeChange: [{ via: 'ssh' }] }],
  [
    'The engineer of Microsoft wrote that we may look at the VM but must not change it. Afterwards we raised its memory in Hyper-V Manager ourselves.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  ['A partner suggested adding a NIC in Hyper-V to the worker VMs. We declined.', { nodeChange: null }],
  ['ChatGPT told us to run Set-VMProcessor on the nodes, but we have not done it', { nodeChange: null }],
  ['Unser Berater empfahl, den RAM der VMs in Hyper-V zu erhöhen. Das haben wir nicht gemacht.', { nodeChange: null }],
  [
    "Un consultant a conseillé d'augmenter la mémoire des VM dans Hyper-V. Nous ne l'avons pas fait.",
    { nodeChange: null },
  ],
  ['Le VM dei nodi sono come le ha create AKS', { nodeChange: null }],
  ['Keine Labels geändert, keine VMs angefasst', { metadataChange: 'none', nodeChange: null }],
  ['Geen labels of VM’s gewijzigd', { metadataChange: 'none', nodeChange: null }],
  ['Ni etiquetas ni máquinas virtuales se han tocado', { metadataChange: 'none' }],
  ['I nodi portano solo le nostre etichette (reparto, costo) in più', { metadataChange: 'added-own' }],
  ['Nos nœuds portent aussi notre étiquette site=lyon', { metadataChange: 'added-own' }],
  ['We tagged the nodes ourselves with dept=dock, one label, nothing else', { metadataChange: 'added-own' }],
  ['Alguien borró la etiqueta kubernetes.azure.com/cluster de un nodo', { metadataChange: 'changed-system' }],
  ['Jemand hat das Label kubernetes.azure.com/mode vom Knoten entfernt', { metadataChange: 'changed-system' }],
  ['Ursache bekannt: Bedienfehler unsererseits', { rootCause: 'customer' }],
  ['we found it: a typo of ours in the CIDR', { rootCause: 'customer' }],
  ['Nos equivocamos nosotros con la máscara de red', { rootCause: 'customer' }],
  ['Abbiamo sbagliato noi la subnet', { rootCause: 'customer' }],
  ['Nous nous sommes trompés dans le VLAN', { rootCause: 'customer' }],
  ['Wij hebben zelf een fout gemaakt in de subnetconfiguratie', { rootCause: 'customer' }],
  ['It works exactly as in the Microsoft Learn quickstart, with azure-vote', { fromMicrosoftDocs: true }],
  ['public preview per the docs since June', { featureStage: 'ms-public-preview' }],
  ['ga since 2025, nothing preview about it', { featureStage: 'ga' }],
  ['in private preview under NDA', { featureStage: 'ms-private-preview' }],
  ['all green, every component of AKS is healthy, one app fails', { systemHealthy: true }],
  // Rules, screens, other images, other labels: nothing of the kind.
  [
    'Die Notfallnummer von Microsoft kennen wir nicht; der Speicher der Knoten-VMs wurde in Hyper-V von uns erhöht',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['In Vorlage 3 steht: VM-Speicher in Hyper-V ändern ist verboten', { nodeChange: null }],
  ['Hyper-V Manager mostra le VM in esecuzione, memoria 16 GB', { nodeChange: null }],
  ['Hyper-V-Manager toont dat de VM’s 16 GB geheugen hebben', { nodeChange: null }],
  ['Desde Hyper-V se ve que las VM tienen dos discos', { nodeChange: null }],
  ['En Hyper-V las VM están apagadas desde el lunes', { nodeChange: null }],
  ['De eigen image van onze app draait op de nodes', { nodeChange: null }],
  ['Unsere Pods laufen mit unserem eigenen Image', { nodeChange: null }],
  ['Nos pods tournent sur notre propre image docker', { nodeChange: null }],
  ['i pod girano su una nostra immagine', { nodeChange: null }],
  ['we retire a disk in Hyper-V next week', { nodeChange: null }],
  ['Branch office: Hyper-V host with VMs, nothing else', { nodeChange: null }],
  ['Unser Label-Drucker ist kaputt', { metadataChange: null, systemHealthy: null }],
  ['Welche Labels setzt AKS auf den Knoten?', { metadataChange: null }],
  ['Las etiquetas de los pods están bien', { metadataChange: null }],
  ['Nos étiquettes de prix ne changent pas', { metadataChange: null }],
  ['the subscription page was removed from the portal menu', { subscriptionState: null }],
  ['Our subscription is active, theirs was suspended in June', { subscriptionState: 'active' }],
  ['Our old subscription was deleted; ours is active now in the new one', { subscriptionState: 'active' }],
  ['Our subscription was suspended on 2 November; mine is fine', { subscriptionState: 'suspended' }],
  ['alles ist gut, nur der Drucker ist kaputt', { systemHealthy: null }],
  ['Kollege meint, die Ursache liege bei uns. Stimmt nicht.', { rootCause: null }],
  ['La cause est chez nous inconnue', { rootCause: null }],
  ["Siamo a posto: l'errore non è nostro", { rootCause: null }],
];
